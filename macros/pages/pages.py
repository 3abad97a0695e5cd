"""Which pages are generated: path, title, description, template and entity. Pure: register in, list out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..format.vocabulary import PLANSTATUSORD, STATUSORD
from ..register.addresses import Entity, address
from ..register.entities import Aktør, Del, Kommune, Plan, Rapport, Register, Tema, Tiltak
from ..statuses.forms import Meldeskjema, Statusark
from .lists import Side, pages_of_lists

MACROS: dict[type, tuple[str, str]] = {
    Kommune: ("kommuneside", "kommune.html"),
    Plan: ("planside", "plan.html"),
    Del: ("områdeside", "innsatsomrade.html"),
    Tiltak: ("tiltaksside", "tiltak.html"),
    Tema: ("temaside", "tema.html"),
    Aktør: ("aktørside", "aktor.html"),
    Rapport: ("rapportside", "rapport.html"),
    Side: ("listeside", "side.html"),
    Meldeskjema: ("meldeside", "meldeskjema.html"),
}
"""For each type with pages of its own: the macro that makes their body, and the template it uses."""


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """One page: where it is, and what it is about."""

    path: str
    """The address within the site, with a trailing slash."""
    entity: Entity | Side | Meldeskjema

    @property
    def title(self) -> str:
        """What stands in its head."""
        return _title(self.entity)

    @property
    def description(self) -> str:
        """What a link to it shows, in a sentence."""
        return _description(self.entity)

    @property
    def searchable(self) -> bool:
        """Whether the search finds it: what a list or a form names, is found where it stands itself."""
        return not isinstance(self.entity, Side | Meldeskjema)

    @property
    def file(self) -> str:
        """The file it is written to, relative to the site."""
        return f"{self.path}index.html"

    @property
    def src_uri(self) -> str:
        """The name the page would have as a file in `docs/`."""
        return f"{self.path}index.md"

    @property
    def source(self) -> str:
        """The page's whole Markdown: one macro call."""
        macro, _ = MACROS[type(self.entity)]
        return f'{{{{ {macro}("{key(self.entity)}") }}}}\n'


def key(entity: Entity | Side | Meldeskjema) -> str:
    """The text that names an entity in a macro call: `modum-2015-2019/1.1.3`, `lier`."""
    return f"{entity.plan.id}/{entity.nr}" if isinstance(entity, Del) else entity.id


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """One generated file that is no page."""

    path: str
    """The address within the site."""
    entity: Statusark

    @property
    def file(self) -> str:
        """The file it is written to, relative to the site."""
        return self.path

    @property
    def src_uri(self) -> str:
        """The name it would have as a file in `docs/`."""
        return self.path


def pages(register: Register, *, meldeskjema: bool = False) -> list[GeneratedPage]:
    """Every generated page of the site; the forms for reporting a status only when they have somewhere to send it."""
    found = [GeneratedPage(address(entity), entity) for entity in _entities(register)]
    found += [GeneratedPage(side.sti, side) for side in pages_of_lists(register)]
    forms = [Meldeskjema(plan) for plan in register.planer.values()] if meldeskjema else []
    return found + [GeneratedPage(form.sti, form) for form in forms]


def files(register: Register) -> list[GeneratedFile]:
    """Every generated file that is no page."""
    return [GeneratedFile(ark.sti, ark) for ark in map(Statusark, register.planer.values())]


def _entities(register: Register) -> Iterator[Entity]:
    yield from register.kommuner.values()
    yield from register.planer.values()
    yield from register.områder
    yield from register.tiltak.values()
    yield from register.temaer.values()
    yield from register.aktører.values()
    yield from register.rapporter.values()


def _title(entity: Entity | Side | Meldeskjema) -> str:
    match entity:
        case Tiltak():
            return f"{entity.navn} – {entity.plan.navn}"
        case Del():
            return f"{entity.navn} – {entity.plan.navn}"
        case Plan() | Rapport():
            return entity.data.tittel
        case Aktør(kommune=Kommune() as kommune) if kommune.navn not in entity.navn:
            return f"{entity.navn} – {kommune.navn}"
        case Kommune() | Tema() | Aktør() | Side() | Meldeskjema():
            return entity.navn
    raise TypeError(entity)


def _description(entity: Entity | Side | Meldeskjema) -> str:
    match entity:
        case Tiltak():
            status = STATUSORD[entity.status][0].lower()
            return f"{_kommuner(entity.plan)}, {_about(entity.plan)} {entity.navn}. Status: {status}."
        case Del():
            return (
                f"«{entity.tittel}» i {entity.plan.data.tittel}: {len(entity.tiltak)} {_about(entity.plan)}."
            )
        case Plan():
            return f"{_kommuner(entity)}: {entity.data.tittel}, ordrett, med aktører, temaer og status. {_state(entity)}."
        case Rapport():
            return f"Hva {entity.data.tittel} forteller om tiltak i planene."
        case Kommune():
            return f"Planer for næringsutvikling i {entity.navn}: tiltak, status, frister og ansvar."
        case Tema():
            return entity.data.beskrivelse
        case Aktør():
            return f"Hva {entity.navn} har ansvar for eller er nevnt i, i planene for næringsutvikling."
        case Side():
            return f"{entity.innhold}. {len(entity.rader)} av {len(entity.liste.rader)} linjer."
        case Meldeskjema():
            return f"Meld hva som har skjedd med et tiltak i {entity.plan.data.tittel}."
    raise TypeError(entity)


def _about(plan: Plan) -> str:
    """«tiltak», or «steg (under arbeid, ikke vedtatt)»."""
    return plan.data.slag if plan.vedtatt else f"{plan.data.slag} ({_state(plan).lower()})"


def _state(plan: Plan) -> str:
    return PLANSTATUSORD[plan.data.planstatus]


def _kommuner(plan: Plan) -> str:
    return plan.kommuner[0].navn if len(plan.kommuner) == 1 else plan.eier.navn
