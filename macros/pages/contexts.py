"""What each kind of page shows: from an entity to the values that its template in `templates/` is called with.

One function for each template. What is worked out of the register stands here or in `register/`; a template only
puts it in its place. `building/outputs.py` says which page is made with which template and function.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ..format import model
from ..format.vocabulary import DEKKERORD, MELDBARE, MÅLORD, SIKKERHETSORD
from ..register.entities import Aktør, Del, Kommune, Plan, Rapport, Tema, Tiltak
from ..register.ordering import alphabetic
from ..statuses import forms, reporters
from ..statuses.forms import Meldeskjema
from ..tools.language import say
from ..views import measure_line, responsible, status_tables, tema_places, timeline
from ..views.overdue import Revisjon, overdue
from ..views.wording import plan_words
from .long_lists import Side, lists_of
from .render import Renderer
from .whole_text import Heltekst

VALG: dict[str, list[tuple[str, str, str]]] = {
    "status": [
        *((key, *words) for key, words in MELDBARE.items()),
        ("", "Ingen status", "Kilden er bare bakgrunn."),
    ],
    "måloppnåelse": [
        ("", "Kilden sier ikke noe om det", ""),
        *((key, word.capitalize(), "") for key, word in MÅLORD.items()),
    ],
    "dekker": [(key, word, "") for key, word in DEKKERORD.items()],
    "sikkerhet": [(key, key.capitalize(), about) for key, about in SIKKERHETSORD.items()],
}
"""What can be chosen when a status is reported: what it is in the data, what it is called, and what it means."""

NEXT_OF_KOMMUNE, NEXT_OF_PLAN = 10, 20
"""So many of the deadlines to come stand open on the page; the rest are folded below them."""


def of_kommune(renderer: Renderer, kommune: Kommune) -> dict[str, Any]:
    """Return what the template for the page of a kommune is called with."""
    lister = lists_of(kommune)
    days = lister["frister"].rader
    coming = [day for day in days if day.dag >= renderer.idag]
    groups = status_tables.by_kommune_område(kommune)
    adopted = kommune.talte_tiltak
    named = [(aktør, rolle) for one in adopted or kommune.tiltak for aktør, rolle in one.roller]
    rows = groups if len(groups) <= status_tables.MANGE_RADER else status_tables.by_plan(kommune.tiltak)
    unit = status_tables.unit_of(rows)
    return {
        "k": kommune,
        "tabell": status_tables.statustabell(
            say("Status i {hva} etter {enhet}", hva=kommune.navn, enhet=say(unit).lower()),
            say(unit),
            rows,
            i=kommune,
        ),
        "lister": lister,
        "kommende": coming[:NEXT_OF_KOMMUNE],
        "senere": [] if lister["frister"].lang else coming[NEXT_OF_KOMMUNE:],
        "passert": [day for day in days if day.dag < renderer.idag],
        "ansvar": responsible.ansvarsgrupper(adopted or kommune.tiltak, kommune.aktør),
        "av": adopted or kommune.tiltak,
        "nevnte": _most(aktør for aktør, rolle in named if rolle == "nevnt"),
        "temaer": _most(tema for one in adopted or kommune.tiltak for tema in one.temaer),
    }


def of_plan(renderer: Renderer, plan: Plan) -> dict[str, Any]:
    """Return what the template for the page of a plan is called with."""
    unit = "Innsatsområde" if plan.områder else "Plan"
    table = status_tables.statustabell(
        say("Status i {hva} etter {enhet}", hva=plan_words.titled(plan), enhet=say(unit).lower()),
        say(unit),
        status_tables.by_område(plan),
    )
    frister = lists_of(plan)["frister"]
    coming = [day for day in frister.rader if day.dag >= renderer.idag]
    return {
        "p": plan,
        "tabell": table,
        "frister": frister,
        "tidslinje": timeline.tidslinje(frister.rader),
        "kommende": coming[:NEXT_OF_PLAN],
        "senere": [] if frister.lang else coming[NEXT_OF_PLAN:],
        "passert": [day for day in frister.rader if day.dag < renderer.idag],
    }


def of_del(renderer: Renderer, part: Del) -> dict[str, Any]:
    """Return what the template for the page of an innsatsområde, or another part of a plan is called with."""
    return {"d": part}


def of_tiltak(renderer: Renderer, tiltak: Tiltak) -> dict[str, Any]:
    """Return what the template for the page of a tiltak is called with."""
    return {"t": tiltak, "linje": measure_line.line_of(tiltak, renderer.idag.year)}


def of_tema(renderer: Renderer, tema: Tema) -> dict[str, Any]:
    """Return what the template for the page of a tema is called with."""
    groups = status_tables.by_plan(tema.tiltak)
    table = status_tables.statustabell(f"Status for {tema.navn.lower()} etter plan", "Plan", groups)
    liste = lists_of(tema)["tiltak"]
    return {"tema": tema, "tabell": table, "liste": liste, "fylker": tema_places.places_of(liste.rader)}


def of_aktør(renderer: Renderer, aktør: Aktør) -> dict[str, Any]:
    """Return what the template for the page of an aktør is called with."""
    whole = responsible.ansvar_med_enheter(aktør) if aktør.underlagt else []
    return {"a": aktør, "lister": lists_of(aktør), "med_enheter": whole}


def of_rapport(renderer: Renderer, rapport: Rapport) -> dict[str, Any]:
    """Return what the template for the page of a rapport is called with."""
    return {"r": rapport, "liste": lists_of(rapport)["punkter"]}


def of_side(renderer: Renderer, side: Side) -> dict[str, Any]:
    """Return what the template for one page of a long list is called with."""
    return {"s": side}


def of_revisjon(renderer: Renderer, revisjon: Revisjon) -> dict[str, Any]:
    """Return what the template for the auditor's report of a plan or kommune is called with."""
    where = revisjon.hva
    return {
        "revisjon": revisjon,
        "hva": where,
        "i": "plan" if isinstance(where, Plan) else "kommune",
        "etterslep": overdue(where, renderer.idag),
        "ark": renderer.ark,
        "flere_planer": isinstance(where, Kommune) and len(where.planer) > 1,
    }


def of_heltekst(renderer: Renderer, text: Heltekst) -> dict[str, Any]:
    """Return what the template for the whole text of a plan is called with."""
    return {"h": text}


def of_meldeskjema(renderer: Renderer, form: Meldeskjema) -> dict[str, Any]:
    """Return what the template for the form for reporting a status is called with."""
    likely, others = reporters.meldere(renderer.register, form.plan)
    mal = forms.mal(form.plan)
    return {
        "p": form.plan,
        "meldere": [(say("Nevnt i planen eller brukt før"), likely), (say("Andre"), others)],
        "valg": {
            name: [(key, say(word), say(about)) for key, word, about in all_] for name, all_ in VALG.items()
        },
        "felt_om": {kind.__name__: kind.model_fields for kind in (model.Punkt, model.Kilde)},
        "mal": mal,
        "maladresse": renderer.repo.ny_fil(f"{forms.FOLDER}/{form.plan.id}-NUMMER-ÅÅÅÅ-MM-DD.yml", mal)
        if renderer.repo
        else "",
    }


def _most(entities: Iterable[Any]) -> list[tuple[Any, int]]:
    """Return each entity with how often it occurs, most often first, then in Norwegian order."""
    counts = Counter(entities)
    return sorted(counts.items(), key=lambda item: (-item[1], alphabetic(item[0].navn)))
