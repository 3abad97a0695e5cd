"""What an output of the site is: one kind of generated page or file, and one file of that kind.

The table of all outputs is in `outputs.py`; those under /data/ stand in `export_outputs.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..pages import heads
from ..pages.placeholders import placed
from ..pages.render import Renderer
from ..register.addresses import address
from ..tools.language import speaking
from ..views.languages import language_of
from .page_digests import PageDigests

GENERATED_MACRO = "generert_side"
"""The macro that makes the body of a generated page on the plain way: `generert_side("planer/modum-2015-2019/")`."""


@dataclass(frozen=True)
class PageFacts:
    """Hold the title and the description of a page, which other files lack."""

    title: Callable[[Any], str]
    description: Callable[[Any], str]
    """What a link to it shows, in a sentence."""


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

    def head(self, renderer: Renderer) -> str:
        """Return what stands in the head of this page alone; raises TypeError for a file that is none."""
        with speaking(self.language):
            return heads.of_generated(renderer.utgivelse, self.entity, self.path, self.title)

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


def page_output(
    kind: type,
    of: Callable[[Renderer], Iterable[Any]],
    template: str,
    values: Callable[[Renderer, Any], dict[str, Any]],
    *,
    title: Callable[[Any], str],
    description: Callable[[Any], str],
    depends_on: Callable[[PageDigests, Any], Iterator[Any]],
    path: Callable[[Any], str] = address,
) -> Output:
    """Return the output of a page that is made with a template, from what `values` says of an entity."""

    def body(renderer: Renderer, entity: Any) -> bytes:
        return renderer.body(template, values(renderer, entity))

    facts = PageFacts(title, description)
    return Output(template.removesuffix(".html"), kind, of, path, body, depends_on, facts)
