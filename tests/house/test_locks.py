"""The locks are in step with what pyproject.toml asks for, as far as can be seen without a network."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = {
    "requirements.txt": {"search", "sheets"},
    "requirements-editors.txt": {"search", "sheets", "editors"},
    "requirements-test.txt": {"search", "sheets", "editors", "test"},
    "requirements-audit.txt": {"audit"},
}
"""Lock -> the extras that it pins besides what is always needed, as the Makefile's `lock` says."""
PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; (?P<when>[^\\\n]+?))?(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)"
    r"\n(?P<via>(?:    #.*\n)+)",
    re.MULTILINE,
)
OURS = "planportal"


def asked(extras: set[str]) -> list[Requirement]:
    """Return what pyproject.toml asks for."""
    optional = PROJECT["optional-dependencies"]
    return [
        Requirement(one)
        for one in [*PROJECT["dependencies"], *(one for extra in extras for one in optional[extra])]
    ]


def pins(text: str) -> dict[str, set[str]]:
    """Package -> the versions that a lock pins; there can be one for each kind of machine."""
    found: dict[str, set[str]] = {}
    for pin in PIN.finditer(text):
        found.setdefault(canonicalize_name(pin["name"]), set()).add(pin["version"])
    return found


def wanted_by(text: str) -> dict[str, set[str]]:
    """Package -> those that want it, by the lock's own comments."""
    return {
        canonicalize_name(pin["name"]): {
            canonicalize_name(name.split(" ")[0])
            for name in re.findall(r"^    #(?: via|  )? *(\w\S*.*)$", pin["via"], re.MULTILINE)
            if name != "via"
        }
        for pin in PIN.finditer(text)
    }


def out_of_step(text: str, requirements: list[Requirement]) -> list[str]:
    """Return what a lock lacks, has at a version that is not allowed, or has though nothing asks for it."""
    pinned, wanted = pins(text), wanted_by(text)
    direct = {canonicalize_name(one.name): one for one in requirements}
    problems = [f"mangler {name}" for name in direct if name not in pinned]
    problems += [
        f"{name}=={version}, men ventet {one.specifier}"
        for name, one in direct.items()
        for version in pinned.get(name, ())
        if not one.specifier.contains(version, prereleases=True)
    ]
    reached: set[str] = set()
    more = {OURS, *direct}
    while more:
        reached |= more
        more = {name for name, by in wanted.items() if by & reached} - reached
    problems += [f"ingen ber om {name}" for name in pinned if name not in reached]
    return problems + [
        f"{name} er ikke bedt om" for name, by in wanted.items() if OURS in by and name not in direct
    ]


@pytest.mark.parametrize("name", EXTRAS)
def test_a_lock_has_what_is_asked_for_and_nothing_else(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) == sum(map(len, pins(text).values()))
    assert out_of_step(text, asked(EXTRAS[name])) == []


def test_what_is_out_of_step_is_found() -> None:
    text = (ROOT / "requirements.txt").read_text("utf-8")
    requirements = asked(EXTRAS["requirements.txt"])
    fewer = [one for one in requirements if one.name != "xlsxwriter"]
    assert out_of_step(text, [*requirements, Requirement("httpx")]) == ["mangler httpx"]
    assert "xlsxwriter er ikke bedt om" in out_of_step(text, fewer)
    [problem] = out_of_step(text, [*fewer, Requirement("xlsxwriter>=99")])
    assert problem.endswith("men ventet >=99")
    orphan = f"left-over==1.0 \\\n    --hash=sha256:{'0' * 64}\n    # via gone\n"
    assert out_of_step(text + orphan, requirements) == ["ingen ber om left-over"]


def test_what_publishes_is_a_part_of_what_tests_at_the_same_versions() -> None:
    few, more, most, audit = (pins((ROOT / name).read_text("utf-8")) for name in EXTRAS)
    assert set(few) < set(more) < set(most)
    assert all(most[name] == versions for lock in (few, more) for name, versions in lock.items())
    assert all(most.get(name, versions) == versions for name, versions in audit.items())


def test_what_only_windows_needs_is_pinned_as_well() -> None:
    for name in EXTRAS:
        assert "colorama" in pins((ROOT / name).read_text("utf-8")), name


def test_the_locks_are_what_the_makefile_writes_and_name_no_address() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    for name, extras in EXTRAS.items():
        [line] = [one for one in makefile.splitlines() if f"--output-file {name}" in one]
        assert set(re.findall(r"--extra (\S+)", line)) == extras
        assert "://" not in (ROOT / name).read_text("utf-8")
    assert {path.name for path in Path(ROOT).glob("requirements*.txt")} == set(EXTRAS)
