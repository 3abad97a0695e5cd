"""Names that not every machine can check out: Windows has set some aside, whatever their ending and letters' case."""

from __future__ import annotations

SET_ASIDE = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}
)
"""Devices of Windows, https://learn.microsoft.com/windows/win32/fileio/naming-a-file."""
FORBIDDEN = frozenset('<>:"|?*\\')


def unportable(name: str) -> str:
    """Return why a file or folder of this name cannot be checked out on Windows, in Norwegian; «» when it can."""
    if name.partition(".")[0].rstrip().lower() in SET_ASIDE:
        return f"Windows har satt av navnet «{name.partition('.')[0]}» til noe annet"
    if name != name.rstrip(". "):
        return "et navn kan ikke slutte med punktum eller mellomrom på Windows"
    if found := sorted(FORBIDDEN & set(name)):
        return f"Windows tillater ikke tegnet «{found[0]}» i et navn"
    return ""
