"""Every generated file of the site, declared in one place: one entry of `OUTPUTS` for each kind of page or file.

An entry says which files there are, at which path, what is in them and what they depend on. All else follows: both
ways of building, the store, the preview, the navigation's links and the sitemap read this table. A new output is one
new entry, and nothing more; two outputs may be about the same entity (a plan has a page and a spreadsheet). What an
entry is made of is in `output.py`, the entries of what others can use, under /data/, in `export_outputs.py`,
and those of what they follow and show elsewhere in `follow_outputs.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..format.model import Videresending
from ..pages import contexts, rett_feil, titles
from ..pages.long_lists import Side, pages_of_lists
from ..pages.render import Renderer
from ..pages.rett_feil import RETT_FEIL
from ..pages.whole_text import Heltekst
from ..reading.kildefiler import Kildefil
from ..register.entities import Aktør, Del, Kommune, Plan, Rapport, Register, Tema, Tiltak
from ..register.newest import newest_addresses
from ..statuses import sheet_out
from ..statuses.forms import Meldeskjema, Statusark
from ..views.front import NAMES, names_file
from ..views.search import index as search_index
from ..views.search.index import Indeksfil
from .export_outputs import EXPORTS
from .follow_outputs import FOLLOW
from .output import GENERATED_MACRO, Generated, Output, PageFacts
from .output import page_output as _page
from .page_digests import PageDigests

__all__ = ["GENERATED_MACRO", "OUTPUTS", "Generated", "Output", "PageFacts", "generated"]


def _can_send(renderer: Renderer) -> bool:
    """Return whether there is somewhere to send what a reader fills in: a repository, or an e-mail address."""
    return bool(renderer.repo or renderer.kontakt)


OUTPUTS: tuple[Output, ...] = (
    _page(
        Kommune,
        lambda renderer: renderer.register.kommuner.values(),
        "kommune.html",
        contexts.of_kommune,
        title=titles.name_of,
        description=titles.describe_kommune,
        depends_on=PageDigests.of_kommune,
    ),
    _page(
        Plan,
        lambda renderer: renderer.register.planer.values(),
        "plan.html",
        contexts.of_plan,
        title=titles.title_of_document,
        description=titles.describe_plan,
        depends_on=PageDigests.of_plan,
    ),
    _page(
        Heltekst,
        lambda renderer: map(Heltekst, renderer.register.planer.values()),
        "heltekst.html",
        contexts.of_heltekst,
        path=lambda text: text.sti,
        title=titles.name_of,
        description=titles.describe_heltekst,
        depends_on=PageDigests.of_heltekst,
    ),
    _page(
        Del,
        lambda renderer: renderer.register.områder,
        "innsatsomrade.html",
        contexts.of_del,
        title=titles.title_of_line,
        description=titles.describe_del,
        depends_on=PageDigests.of_del,
    ),
    _page(
        Tiltak,
        lambda renderer: renderer.register.tiltak.values(),
        "tiltak.html",
        contexts.of_tiltak,
        title=titles.title_of_line,
        description=titles.describe_tiltak,
        depends_on=PageDigests.of_tiltak,
    ),
    _page(
        Tema,
        lambda renderer: renderer.register.temaer.values(),
        "tema.html",
        contexts.of_tema,
        title=titles.name_of,
        description=titles.describe_tema,
        depends_on=PageDigests.of_tema,
    ),
    _page(
        Aktør,
        lambda renderer: renderer.register.aktører.values(),
        "aktor.html",
        contexts.of_aktør,
        title=titles.title_of_aktør,
        description=titles.describe_aktør,
        depends_on=PageDigests.of_aktør,
    ),
    _page(
        Rapport,
        lambda renderer: renderer.register.rapporter.values(),
        "rapport.html",
        contexts.of_rapport,
        title=titles.title_of_document,
        description=titles.describe_rapport,
        depends_on=PageDigests.of_rapport,
    ),
    _page(
        Side,
        lambda renderer: pages_of_lists(renderer.register),
        "side.html",
        contexts.of_side,
        path=lambda side: side.sti,
        title=titles.name_of,
        description=titles.describe_side,
        depends_on=PageDigests.of_side,
    ),
    # A form is of use only when there is somewhere to send what is filled in.
    _page(
        Meldeskjema,
        lambda renderer: map(Meldeskjema, renderer.register.planer.values()) if _can_send(renderer) else (),
        "meldeskjema.html",
        contexts.of_meldeskjema,
        path=lambda form: form.sti,
        title=titles.name_of,
        description=titles.describe_meldeskjema,
        depends_on=PageDigests.of_reporting,
    ),
    _page(
        Register,
        lambda renderer: [renderer.register] if _can_send(renderer) else (),
        "rett_feil.html",
        lambda renderer, register: {},
        path=lambda register: RETT_FEIL,
        title=lambda register: rett_feil.TITLE,
        description=lambda register: rett_feil.DESCRIPTION,
        depends_on=lambda digests, register: iter(()),
    ),
    Output(
        "statusark",
        Statusark,
        of=lambda renderer: map(Statusark, renderer.register.planer.values()) if renderer.ark else (),
        path=lambda ark: ark.sti,
        body=lambda renderer, ark: sheet_out.write(renderer.register, ark.plan),
        depends_on=PageDigests.of_reporting,
    ),
    Output(
        "kildefil",
        Kildefil,
        of=lambda renderer: renderer.register.kildefiler.values(),
        path=lambda file: file.sti,
        body=lambda renderer, file: file.innhold(),
        depends_on=lambda digests, file: iter([file.sha256]),
        stored=False,
    ),
    Output(
        "indeksfil",
        Indeksfil,
        of=lambda renderer: search_index.files(renderer.register) if renderer.søk else (),
        path=lambda file: file.sti,
        body=lambda renderer, file: search_index.index_of(renderer.register).file(file.navn),
        depends_on=PageDigests.of_search,
    ),
    Output(
        "navneliste",
        Register,
        of=lambda renderer: [renderer.register],
        path=lambda register: NAMES,
        body=lambda renderer, register: names_file(register),
        depends_on=PageDigests.of_all_data,
    ),
    # No page to MkDocs, so that no list, sitemap or search has it.
    Output(
        "videresending",
        Videresending,
        of=lambda renderer: [*renderer.register.videresendinger, *newest_addresses(renderer.register)],
        path=lambda one: f"{one.gammel}index.html",
        body=lambda renderer, one: renderer.redirect(one).encode(),
        depends_on=PageDigests.of_itself,
    ),
    *FOLLOW,
    *EXPORTS,
)
"""In the order in which the pages stand in the site's index; pages before the files that are none."""


def generated(renderer: Renderer, outputs: Sequence[Output] | None = None) -> list[Generated]:
    """Return every generated page and file of a build, in the order of `OUTPUTS`.

    `outputs`: other entries than those. Raises TypeError for an entity of the wrong kind, and ValueError when two entries
    share a name or two files a path: one of them would be lost without a word. No data can cause that: the addresses
    that a videresending may have are those of things that are gone.
    """
    made: dict[str, Generated] = {}
    names: set[str] = set()
    for output in OUTPUTS if outputs is None else outputs:
        if output.name in names:
            raise ValueError(f"two outputs are called «{output.name}»")
        names.add(output.name)
        if output.name in renderer.utelatt:
            continue
        for one in output.files(renderer):
            if one.file in made:
                first = made[one.file].output.name
                raise ValueError(f"{one.file} is made by two outputs, «{first}» and «{output.name}»")
            made[one.file] = one
    return list(made.values())
