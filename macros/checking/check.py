"""Runs every rule that needs more than one value to be seen, and gathers their problems.

A rule is a plain function of data that yields problems; this module alone says which are run on what. What a single
value may be is said by `format/model.py`. A new rule goes into the module of its subject and into a tuple here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from ..format import model
from ..reading.data import Data
from ..reading.document import Document
from ..reading.known_names import linker_for
from ..reading.validation import LEFT_OUT
from ..tools.problem import Problem
from .actor_rules import (
    aktør_ids_fit_their_file,
    aktører_are_known,
    aktører_end_after_they_begin,
    names_can_be_told,
    names_mean_one_aktør,
    orgnr_are_valid,
)
from .chains import nothing_leads_to_itself
from .continuation_rules import what_is_continued_is_older
from .duplicate_rules import documents_are_entered_once
from .looked import problems_in, referred_to
from .milestone_rules import milestones_of_reports_are_in_the_plan
from .plan_rules import (
    columns_are_declared_once,
    columns_are_kept,
    delmål_are_in_the_cell,
    every_tiltak_has_a_tema,
    frister_are_understood,
    innledninger_are_blocks,
    kommuner_are_there_when_the_plan_begins,
    kostnader_are_understood,
    mentions_are_in_the_wording,
    numbers_are_unique,
    plans_are_whole,
    verbatim_is_guarded,
)
from .portable_names import names_are_portable
from .reference_rules import addresses_are_sent_on_once, known_ids, what_is_referred_to_exists
from .register_rules import (
    days_have_been,
    fylker_exist,
    kommuner_are_distinct,
    kommuner_in_use_have_their_aktør,
    lists_have_no_repeats,
    one_of_two_is_given,
    themes_have_names_of_their_own,
)
from .report_rules import (
    one_status_for_each_tiltak,
    publisher_is_registered,
    statements_have_ids_of_their_own,
    status_has_a_source,
)
from .report_scope_rules import statuses_are_of_their_own_plan
from .rule_parts import FileRule
from .source_rules import offered_files_are_sound, places_are_of_printed_columns


def check(data: Data, idag: date) -> list[Problem]:
    """Return all problems across the data on the day `idag`, in no particular order.

    What could not be read is in `data` as a stand-in (`LEFT_OUT`); what is only wrong with that is not told, as the
    reader has told it.
    """
    found = [problem for rule in RULES for problem in rule(data)]
    found += days_have_been(data, idag)
    known, names_known = known_ids(data), names_can_be_told(data)
    for document in data.documents.values():
        content = data.contents[document.file]
        found += problems_in(document, "fil", partial(_of_file, document, content))
        if not known.has_all(referred_to(document, content)):
            found += what_is_referred_to_exists(data, document, content, known)
        # Of kommuner that are not known the names are not either: those are told of as references.
        if isinstance(content, model.Plan) and names_known and data.kommuner.keys() >= set(content.kommuner):
            found += _of_ansvar(data, document, content)
    return [problem for problem in found if LEFT_OUT not in str(problem)]


def _of_file(document: Document, content: Any) -> Iterator[Problem]:
    """Yield the problems of one file: what the rules for its kind say of its `content`."""
    for rule in RULES_OF.get(type(content), FILE_RULES):
        yield from rule(document, content)


def _of_ansvar(data: Data, document: Document, plan: model.Plan) -> list[Problem]:
    """Return the problems in the `ansvar` of a plan; not looked for again when it had none, and the names are the same."""
    linker = linker_for(data, plan)
    return problems_in(document, "ansvar", partial(aktører_are_known, document, plan, linker), given=linker)


RULES = (
    kommuner_are_distinct,
    kommuner_in_use_have_their_aktør,
    kommuner_are_there_when_the_plan_begins,
    themes_have_names_of_their_own,
    nothing_leads_to_itself,
    aktører_end_after_they_begin,
    names_are_portable,
    what_is_continued_is_older,
    documents_are_entered_once,
    statuses_are_of_their_own_plan,
    one_of_two_is_given,
    fylker_exist,
    names_mean_one_aktør,
    aktør_ids_fit_their_file,
    orgnr_are_valid,
    milestones_of_reports_are_in_the_plan,
    addresses_are_sent_on_once,
    offered_files_are_sound,
)
"""The rules for the whole: data in, problems out."""


FILE_RULES: tuple[FileRule, ...] = (lists_have_no_repeats,)


PLAN_RULES: tuple[FileRule, ...] = (
    lists_have_no_repeats,
    every_tiltak_has_a_tema,
    numbers_are_unique,
    columns_are_declared_once,
    columns_are_kept,
    kostnader_are_understood,
    verbatim_is_guarded,
    innledninger_are_blocks,
    delmål_are_in_the_cell,
    frister_are_understood,
    mentions_are_in_the_wording,
    places_are_of_printed_columns,
    plans_are_whole,
)


RAPPORT_RULES: tuple[FileRule, ...] = (
    lists_have_no_repeats,
    statements_have_ids_of_their_own,
    verbatim_is_guarded,
    publisher_is_registered,
    status_has_a_source,
    one_status_for_each_tiltak,
)


RULES_OF: dict[type, tuple[FileRule, ...]] = {model.Plan: PLAN_RULES, model.Rapport: RAPPORT_RULES}
"""The rules for a file that holds one of these; `FILE_RULES` are for the others."""
