"""The words for what is known of whether a plan is adopted, and of what its mål cover: no more than the document says.

What a plan is on a day, by which it is counted, is in `plan_states.py`.
"""

from __future__ import annotations

import re

from ...format.vocabulary import IKKE_VEDTATTE, LINJEORD, PLANSTATUSORD
from ...register.entities import Del, Plan, Tiltak
from ...tools.language import say


def owner_before(plan: Plan) -> str:
    """Return whose a plan is, where its printed title does not say so: «Lier kommune»; «» where it does."""
    return "" if _names(plan.data.tittel, plan) else _owners(plan)


def titled(plan: Plan) -> str:
    """Return the printed title of a plan, after its owner where the title alone could be anybody's.

    «Lier kommune: Handlingsplan for næringsutvikling 2023-2026».
    """
    return ": ".join(filter(None, (owner_before(plan), plan.data.tittel)))


def short_titled(plan: Plan) -> str:
    """Return the short name of a plan, with its owner in brackets where the name alone could be anybody's."""
    return plan.navn if _names(plan.navn, plan) else f"{plan.navn} ({_owners(plan)})"


def place_of_organ(plan: Plan, organ: str) -> str:
    """Return where an organ that adopted a plan belongs: «Lier», «Vestvik regionråd»; «» when its name says so.

    A kommune owns its own organs alone: «fylkestinget» is nowhere in it.
    """
    kommune = plan.eier.er_kommune
    if _names(organ, plan) or (kommune and not _OF_A_KOMMUNE.search(organ)):
        return ""
    return kommune.data.navn if kommune else plan.eier.navn


_OF_A_KOMMUNE = re.compile(
    r"kommune|bystyre|bydel|formannskap|her[ae]dsstyre|byråd|utval|nemnd|styre", re.IGNORECASE
)
"""What the organs of a kommune are called."""


def _owners(plan: Plan) -> str:
    """Return the owners of a plan, the first two of several."""
    return " og ".join(eier.navn for eier in plan.eiere[:2])


def _names(text: str, plan: Plan) -> bool:
    """Return whether a text names the owner of a plan, or the only kommune that it is for.

    «Modum» names Modum kommune, and so does «Modums»; «Oslo» does not name Os. Of another owner a word of its name is
    enough that has a capital letter within the name, whatever it ends in: «Kongsbergregionsamarbeidet» names
    «Regionrådet Kongsbergregionen».
    """
    owner = plan.eier.navn.removesuffix(" kommune")
    whole = [owner, *(kommune.data.navn for kommune in plan.kommuner if len(plan.kommuner) == 1)]
    parts = [] if plan.eier.er_kommune else [word for word in owner.split()[1:] if word[0].isupper()]
    patterns = [f"{re.escape(name)}s?(?!\\w)" for name in whole]
    patterns += [re.escape(re.sub("e[nt]$", "", word)) for word in parts]
    return re.search(rf"(?<!\w)(?:{'|'.join(patterns)})", text) is not None


def says(plan: Plan) -> str:
    """Return what is known of the adoption of a plan, as a sentence without its full stop.

    «Vedtatt» alone when it is not known by whom: `decided` in `decisions.py` says that. Else what the document is
    and what is known: «Utkast fra 2010. Om planen ble vedtatt, vet vi ikke».
    """
    status, document = plan.data.planstatus, plan.data.dokument
    if not plan.vedtatt and status not in IKKE_VEDTATTE:
        unknown = say("Om planen ble vedtatt, vet vi ikke")
        return f"{document}. {unknown}" if document else unknown
    if plan.vedtatt or not document:
        return say(PLANSTATUSORD[status])
    return f"{document}. {say('Ikke vedtatt')}"


def document_word(plan: Plan) -> str:
    """Return what to call what a plan stands in: «planen» when it is adopted, else «utkastet» or «dokumentet»."""
    if plan.vedtatt:
        return say("planen")
    return say("utkastet") if plan.data.planstatus == "utkast" else say("dokumentet")


def whose(thing: Plan | Tiltak) -> str:
    """Return whose a plan or a tiltak is: the kommune's that it is for, of several the owners of the plan."""
    if len(thing.kommuner) == 1:
        return thing.kommuner[0].navn
    plan = thing if isinstance(thing, Plan) else thing.plan
    return _owners(plan)


def named(plan: Plan) -> str:
    """Return the short name of a plan with whose it is, where the name alone does not say so."""
    return plan.navn if plan.navn.startswith(whose(plan)) else f"{whose(plan)}, {plan.navn}"


def short(plan: Plan) -> str:
    """Return the label of a plan that is not adopted, or not known to be."""
    return say(PLANSTATUSORD[plan.data.planstatus])


def number_is_ours(tiltak: Tiltak) -> bool:
    """Return whether the editors numbered a tiltak, as the document prints no number for it."""
    return (tiltak.data.nummerert_av or tiltak.plan.data.nummerert_av) == "redaksjonen"


def dekning(sted: Del | Plan) -> str:
    """Return what the mål that stands at a part or a plan covers: «hele planen», «alt i «Kompetanse»», «tiltak 1.1.1–1.1.4».

    A part without a heading is a group of measures within another part: its mål is theirs alone, and they are named by
    their numbers.
    """
    if isinstance(sted, Plan):
        return say("hele planen")
    if sted.tittel:
        return say("alt i «{del_}»", del_=sted.tittel)
    if sted.nr:
        return say("alt i {del_}", del_=sted.nr)
    numbers = [one.nr for one in sted.tiltak]
    slag = sted.plan.data.slag
    return (
        f"{say(slag)} {numbers[0]}"
        if len(numbers) == 1
        else f"{say(LINJEORD[slag])} {numbers[0]}–{numbers[-1]}"
    )
