"""What cannot be read at all, in plain Norwegian: errors of YAML and of the character set."""

from __future__ import annotations

import re
import unicodedata

import yaml

from ..tools.problem import Problem

LINE_BREAK = re.compile("\r\n?|[\n\x85\u2028\u2029]")
"""What begins a new line to YAML."""


def encoding_problem(raw: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    """Return the problem of the file `raw` that is not UTF-8, at its first wrong byte."""
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before) - (before.rfind(b"\n") + 1) + 1
    return Problem(
        name,
        line,
        column,
        "",
        f"ventet tegnsettet UTF-8, fant byten 0x{raw[error.start]:02x}.",
        "Lagre filen på nytt som UTF-8.",
    )


# In the order in which they are looked for: the first whose text is in PyYAML's message.
SYNTAX = [
    (
        "found unexpected end of stream",
        "anførselstegnet som åpnes her, blir aldri lukket.",
        "Sett et anførselstegn til slutt i teksten.",
    ),
    (
        "mapping values are not allowed",
        "fant et kolon midt i en tekst uten anførselstegn, eller en linje med feil innrykk.",
        "Sett hele teksten i anførselstegn.",
    ),
    (
        "did not find expected key",
        "ventet en ny nøkkel på samme innrykk, fant noe annet.",
        "Se etter feil innrykk eller et anførselstegn som mangler eller står for mye, her eller på linja over.",
    ),
    (
        "could not find expected ':'",
        "ventet «nøkkel: verdi», fant en tekst uten kolon.",
        "Skriv kolon etter nøkkelen, eller rykk teksten inn under den forrige linja.",
    ),
    (
        "did not find expected '-' indicator",
        "ventet en ny linje som begynner med «- » på samme innrykk, fant noe annet.",
        "Se etter feil innrykk her eller på linja over.",
    ),
    (
        "expected ',' or",
        "lista eller gruppen som åpnes her, blir ikke lukket.",
        "Sett komma mellom delene og lukk med ] eller }.",
    ),
    (
        "undefined alias",
        "en tekst kan ikke begynne med * uten anførselstegn.",
        "Sett hele teksten i anførselstegn.",
    ),
    (
        "another document",
        "fant «---» midt i filen; hver fil har bare ett innhold.",
        "Ta bort linja med «---».",
    ),
    (
        "unknown escape character",
        "fant en omvendt skråstrek (\\) som ikke betyr noe i doble anførselstegn.",
        "Skriv to (\\\\), eller bruk enkle anførselstegn rundt teksten.",
    ),
    (
        "did not find expected hexdecimal number",
        "fant en omvendt skråstrek (\\) som ikke betyr noe i doble anførselstegn.",
        "Skriv to (\\\\), eller bruk enkle anførselstegn rundt teksten.",
    ),
    (
        "did not find expected node content",
        "fant en klamme eller et komma for mye, eller en klamme lenger opp som aldri blir lukket.",
        "Se etter at hver [ har sin ], og hver { sin }. Er de en del av en tekst, så sett den i anførselstegn.",
    ),
    (
        "block sequence entries are not allowed",
        "fant en strek midt på en linje.",
        "Begynn lista på en ny linje, eller sett teksten i anførselstegn.",
    ),
    (
        "did not find expected comment or line break",
        "fant tekst på samme linje som > eller |.",
        "Begynn teksten på neste linje, rykket inn, eller sett den i anførselstegn.",
    ),
    (
        "did not find expected <document start>",
        "ventet samme innrykk som i den første linja, fant noe annet.",
        "Still linja likt med den første.",
    ),
]
"""What PyYAML says is wrong, and, in Norwegian, what that means and what to do."""
_AT_CONTEXT = {"found unexpected end of stream", "expected ',' or"}
"""Errors that are found at the end of the file, but made where what is not closed was opened."""


def syntax_problem(error: yaml.YAMLError, name: str, text: str) -> Problem:
    """Return PyYAML's `error` as a problem in plain Norwegian.

    Of an error that `SYNTAX` does not know only the place is given, as PyYAML's own words are English.
    """
    problem = getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else _control_character(text)
    lines = LINE_BREAK.split(text)
    if line >= len(lines):  # at the end of a file without a last line end
        line, column = len(lines) - 1, len(lines[-1])
    line_text = lines[line]
    # A tab gives one of many errors, by where in the line it stands.
    if "\t" in line_text[: column + 1]:
        return Problem(
            name,
            line + 1,
            line_text.index("\t") + 1,
            "",
            "fant et tabulatortegn i innrykket; YAML godtar bare mellomrom.",
            "Bytt tabulatoren med mellomrom.",
        )
    for sign, message, hint in SYNTAX:
        if sign in problem:
            if sign in _AT_CONTEXT and context:
                line, column = context.line, context.column
            return Problem(name, line + 1, column + 1, "", message, hint)
    if "cannot start any token" in problem:
        sign = line_text[column : column + 1]
        message = f"en tekst kan ikke begynne med «{sign}» uten anførselstegn."
        return Problem(name, line + 1, column + 1, "", message, "Sett hele teksten i anførselstegn.")
    hint = "Sammenlign med en linje som ligner, eller angre det siste du gjorde."
    return Problem(name, line + 1, column + 1, "", "det som står her, er ikke gyldig YAML.", hint)


def _control_character(text: str) -> tuple[int, int]:
    """Return line and column, from 0, of the first sign in `text` that cannot be shown; (0, 0) without one."""
    at = next(
        (i for i, sign in enumerate(text) if unicodedata.category(sign) == "Cc" and sign not in "\n\t"),
        0,
    )
    return text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1)
