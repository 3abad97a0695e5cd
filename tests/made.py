"""Generated pages as the tests ask for them: by what they are about, without building the site."""

from __future__ import annotations

from macros.building.outputs import OUTPUTS, Generated, generated
from macros.pages.placeholders import fill
from macros.pages.render import Renderer
from macros.register.entities import Register
from tests.cases import IDAG

REPO = "https://github.com/x/y"


def pages(register: Register, *, repo: str = REPO) -> list[Generated]:
    """Return every generated page of a register. Without a `repo` there is no form for reporting a status."""
    return [one for one in generated(Renderer(register, IDAG, repo=repo)) if one.is_page]


def html_of(renderer: Renderer, entity: object, here: str | None = None) -> str:
    """Return the body of the page about an entity, as it stands at its own address, or at `here`."""
    [output] = [one for one in OUTPUTS if one.kind is type(entity) and one.page]
    where = output.path(entity) if here is None else here
    return fill(output.body(renderer, entity), where, renderer.idag).decode()
