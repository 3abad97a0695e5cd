"""What stands in the head of a generated page: its title, and the description that a shared link shows.

One pair of functions for each kind of page; `building/outputs.py` says which page has which.
"""

from __future__ import annotations

from ..register.entities import Aktør, Del, Kommune, Plan, Rapport, Tema, Tiltak
from ..statuses.forms import Meldeskjema
from ..tools.language import say
from ..views.overdue import Revisjon
from ..views.wording.plan_words import number_is_ours, says, short, short_titled, titled, whose
from .long_lists import Side
from .whole_text import Heltekst


def name_of(entity: Kommune | Tema | Side | Meldeskjema | Revisjon | Heltekst) -> str:
    """Return the title of a page that is called what its entity is called."""
    return entity.navn


def title_of_line(entity: Tiltak | Del) -> str:
    """Return the title of the page of a tiltak or an innsatsområde: its own name and its plan's."""
    return f"{entity.navn} – {short_titled(entity.plan)}"


def title_of_document(entity: Plan | Rapport) -> str:
    """Return the title of the page of a plan or rapport: the one that is printed, with the owner of a plan."""
    return titled(entity) if isinstance(entity, Plan) else entity.data.tittel


def title_of_aktør(aktør: Aktør) -> str:
    """Return the title of the page of an aktør, with its kommune where the name alone does not tell it."""
    kommune = aktør.kommune
    if isinstance(kommune, Kommune) and kommune.navn not in aktør.navn:
        return f"{aktør.navn} – {kommune.navn}"
    return aktør.navn


def describe_kommune(kommune: Kommune) -> str:
    """Return what a link to the page of a kommune shows."""
    if not kommune.planer and kommune.tidligere_planer:
        return say(
            "Tidligere planer for næringsutvikling i {kommune}, med tiltak og status.", kommune=kommune.navn
        )
    if not kommune.vedtatte_planer:
        return say(
            "Næringsutvikling i {kommune}. Vi har ikke fått inn noen vedtatt plan for kommunen.",
            kommune=kommune.navn,
        )
    return say(
        "Planer for næringsutvikling i {kommune}: tiltak, status, frister og ansvar.", kommune=kommune.navn
    )


def describe_plan(plan: Plan) -> str:
    """Return what a link to the page of a plan shows."""
    return f"{say('{plan}, ordrett, med aktører, temaer og status.', plan=titled(plan))} {says(plan)}."


def describe_del(part: Del) -> str:
    """Return what a link to the page of an innsatsområde shows."""
    return f"«{part.tittel}» i {titled(part.plan)}: {len(part.tiltak)} {_about(part.plan)}."


def describe_tiltak(tiltak: Tiltak) -> str:
    """Return what a link to the page of a tiltak shows, its status last."""
    status = tiltak.meldt.navn.lower()
    name = f"«{tiltak.tittel}»" if number_is_ours(tiltak) else tiltak.navn
    return f"{whose(tiltak)}, {_about(tiltak.plan)} {name}. Status: {status}."


def describe_tema(tema: Tema) -> str:
    """Return what a link to the page of a tema shows: the description of the tema in the data."""
    return tema.data.beskrivelse


def describe_aktør(aktør: Aktør) -> str:
    """Return what a link to the page of an aktør shows."""
    return say(
        "{aktør} i planene for næringsutvikling: hva planene gir ansvar for, og hvor navnet er nevnt.",
        aktør=aktør.navn,
    )


def describe_rapport(rapport: Rapport) -> str:
    """Return what a link to the page of a rapport shows."""
    return say("{rapport}: hva kilden forteller om tiltak i planene.", rapport=rapport.data.tittel)


def describe_side(side: Side) -> str:
    """Return what a link to one page of a long list shows: what stands first and last on it."""
    return say(
        "{innhold}. {antall} av {alle} linjer.",
        innhold=side.innhold,
        antall=len(side.rader),
        alle=len(side.liste.rader),
    )


def describe_revisjon(revisjon: Revisjon) -> str:
    """Return what a link to the auditor's report shows."""
    return say(
        "{hva}: tiltak der fristen er passert uten at noen kilde sier hva som ble gjort, etter ansvarlig.",
        hva=revisjon.hva.navn,
    )


def describe_heltekst(text: Heltekst) -> str:
    """Return what a link to the whole text of a plan shows."""
    return f"{say('Hele teksten i {plan}, ordrett.', plan=text.plan.data.tittel)} {says(text.plan)}."


def describe_meldeskjema(form: Meldeskjema) -> str:
    """Return what a link to the form for reporting a status shows."""
    return say("Meld hva som har skjedd med et tiltak i {plan}.", plan=titled(form.plan))


def _about(plan: Plan) -> str:
    """Return what the lines of a plan are called: «tiltak», or «steg (under arbeid, ikke vedtatt)»."""
    return say(plan.data.slag) if plan.vedtatt else f"{say(plan.data.slag)} ({short(plan).lower()})"
