"""Every generated file of the site, declared in one place: one entry of `OUTPUTS` for each kind of page or file.

An entry says which files there are, at which path, what is in them and what they depend on. All else follows: both
ways of building, the store, the preview, the navigation's links and the sitemap read this table. A new output is one
new entry, and nothing more; two outputs may be about the same entity (a plan has a page and a spreadsheet).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..format.model import Videresending
from ..pages import contexts, rett_feil, titles
from ..pages.long_lists import Side, pages_of_lists
from ..pages.placeholders import placed
from ..pages.render import Renderer
from ..pages.rett_feil import RETT_FEIL
from ..reading.kildefiler import Kildefil
from ..register.addresses import address
from ..register.entities import Aktør, Del, Kommune, Plan, Rapport, Register, Tema, Tiltak
from ..register.newest import newest_addresses
from ..statuses import sheet_out
from ..statuses.forms import Meldeskjema, Statusark
from ..tools.language import speaking
from ..views.languages import language_of
from .page_digests import PageDigests

GENERATED_MACRO = "generert_side"
"""The macro that makes the body of a generated page on the plain way: `generert_side("planer/modum-2015-2019/")`."""


@dataclass(frozen=True)
class PageFacts:
    """Hold the title, the description and the place in the search of a page, which other files lack."""

    title: Callable[[Any], str]
    description: Callable[[Any], str]
    """What a link to it shows, in a sentence."""
    searchable: bool = True
    """Whether the search finds it. What a list or a form names is found where it stands itself."""


@dataclass(frozen=True)
class Output:
    """Declare one kind of generated page or file."""

    name: str
    """What the kind is called: part of the digest of each file, so no two entries may share it."""
    kind: type
    """The class of what each file is about."""
    of: Callable[[Renderer], Iterable[Any]]
    """From the register and the settings of a build to what there is to make a file about."""
    path: Callable[[Any], str]
    """The address within the site: a page's ends with a slash, and its file is `index.html` below it."""
    body: Callable[[Renderer, Any], bytes]
    """What is in the file; of a page what goes into its frame, its slots left open (see `pages/placeholders.py`)."""
    depends_on: Callable[[PageDigests, Any], Iterator[Any]]
    """All that `body` is made of, as values told apart by their `repr`. What is left out here is stale for ever in a
    site that is built with a store. `PageDigests.of_all_data` is right for all that does not follow from the day."""
    page: PageFacts | None = None
    """None: a file that is no page."""
    stored: bool = True
    """Whether the store keeps its files. One that is only copied is as quickly read where it lies."""

    def files(self, renderer: Renderer) -> Iterator[Generated]:
        """Yield the files of this kind. Raises TypeError for something that is of another kind."""
        for entity in self.of(renderer):
            if type(entity) is not self.kind:
                raise TypeError(
                    f"the output «{self.name}» is made of {self.kind.__name__}, not of {type(entity).__name__}: "
                    f"change its entry in macros/building/outputs.py, or give {type(entity).__name__} one of its own"
                )
            yield Generated(self, entity, self.path(entity))


@dataclass(frozen=True, slots=True)
class Generated:
    """Hold one generated page or file: its output, the entity it is about, and its address."""

    output: Output
    entity: Any
    path: str
    """The address within the site."""

    @property
    def is_page(self) -> bool:
        """Return whether the file is a page, with a frame, a title and a place in the sitemap."""
        return self.output.page is not None

    @property
    def file(self) -> str:
        """Return the name of the file that is written, relative to the site."""
        return f"{self.path}index.html" if self.is_page else self.path

    @property
    def src_uri(self) -> str:
        """Return the name that the page or file would have in `docs/`."""
        return f"{self.path}index.md" if self.is_page else self.path

    @property
    def facts(self) -> PageFacts:
        """Return the title, description and place in the search of a page; raises TypeError for a file that is none."""
        if self.output.page is None:
            raise TypeError(f"{self.path}: the output «{self.output.name}» is no page")
        return self.output.page

    @property
    def title(self) -> str:
        """Return the title of the page; raises TypeError for a file that is none."""
        with speaking(self.language):
            return self.facts.title(self.entity)

    @property
    def description(self) -> str:
        """Return the sentence that a link to the page shows; raises TypeError for a file that is none."""
        with speaking(self.language):
            return self.facts.description(self.entity)

    @property
    def language(self) -> str:
        """Return the language of the file, as `lang` has it: «nb» or «nn»."""
        return language_of(self.entity)

    @property
    def searchable(self) -> bool:
        """Return whether the search finds the page; raises TypeError for a file that is none."""
        return self.facts.searchable

    @property
    def source(self) -> str:
        """Return the page's whole Markdown on the plain way: one macro call."""
        return f'{{{{ {GENERATED_MACRO}("{self.path}") }}}}\n'

    def body(self, renderer: Renderer) -> bytes:
        """Return what is in the file; of a page what goes into its frame, its slots left open."""
        with speaking(self.language):
            return self.output.body(renderer, self.entity)

    def kept(self, renderer: Renderer) -> bytes:
        """Return what is kept of the file from one day to the next: the body, linking from where it stands."""
        body = self.body(renderer)
        return placed(body, self.path) if self.is_page else body

    def digest(self, digests: PageDigests) -> bytes:
        """Return the digest of all that `kept` is made of: two with the same digest are the same bytes."""
        return digests.digest(
            self.output.name, self.path, self.language, *self.output.depends_on(digests, self.entity)
        )


def _page(
    kind: type,
    of: Callable[[Renderer], Iterable[Any]],
    template: str,
    values: Callable[[Renderer, Any], dict[str, Any]],
    *,
    title: Callable[[Any], str],
    description: Callable[[Any], str],
    depends_on: Callable[[PageDigests, Any], Iterator[Any]],
    path: Callable[[Any], str] = address,
    searchable: bool = True,
) -> Output:
    """Return the output of a page that is made with a template, from what `values` says of an entity."""

    def body(renderer: Renderer, entity: Any) -> bytes:
        return renderer.body(template, values(renderer, entity))

    facts = PageFacts(title, description, searchable)
    return Output(template.removesuffix(".html"), kind, of, path, body, depends_on, facts)


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
        searchable=False,
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
        searchable=False,
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
        searchable=False,
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
    # No page to MkDocs, so that no list, sitemap or search has it.
    Output(
        "videresending",
        Videresending,
        of=lambda renderer: [*renderer.register.videresendinger, *newest_addresses(renderer.register)],
        path=lambda one: f"{one.gammel}index.html",
        body=lambda renderer, one: renderer.redirect(one).encode(),
        depends_on=PageDigests.of_itself,
    ),
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
        for one in output.files(renderer):
            if one.file in made:
                first = made[one.file].output.name
                raise ValueError(f"{one.file} is made by two outputs, «{first}» and «{output.name}»")
            made[one.file] = one
    return list(made.values())
