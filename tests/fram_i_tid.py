"""Runs the fast tests once more with the machine's clock 400 days ahead: `python -m tests.fram_i_tid [FOR PYTEST]`.

A test that only holds until some day is found when it is written, and not on that day. The clock is moved by libfaketime,
which is loaded into every program that the tests start: a clock that is replaced within Python (freezegun, time-machine)
is not seen by the builds and commands they run. It comes from the machine's own packages (`apt-get install faketime`,
`brew install libfaketime`), as the one wheel on PyPI says that it fits every machine and holds a library for one. Where it
is missing or does nothing the run fails; it is never left out without a word.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date, timedelta

DAYS = 400
"""More than a year, so that another year is counted to, on another weekday and in another month."""
MISSING = (
    "Feil: testene kan ikke kjøres med klokka {days} dager fram, for {why}.\n"
    "Installer faketime: «sudo apt-get install faketime» (Debian, Ubuntu) eller «brew install libfaketime» (macOS)."
)


def ahead(*command: str) -> list[str]:
    """Return the command with the clock `DAYS` ahead. Monotonic time, by which programs wait, is left as it is.

    With libfaketime 0.9.10 Python's own `time.sleep` then fails, and so does waiting for a program with a time limit: a
    test that needs that is marked as slow. Moving monotonic time too makes waiting for a lock hang.
    """
    return ["faketime", "--exclude-monotonic", "-m", "-f", f"+{DAYS}d", *command]


def shifts() -> bool:
    """Return whether the clock is moved for a program, and for one that it starts."""
    code = "import datetime; print(datetime.date.today())"
    inner = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}], check=True)"
    expected = {date.today() + timedelta(days=DAYS)}
    said = subprocess.run(ahead(sys.executable, "-c", inner), capture_output=True, text=True, check=False)
    expected.add(date.today() + timedelta(days=DAYS))
    return said.stdout.strip() in {day.isoformat() for day in expected}


def main() -> int:
    """Run them. Gives pytest's exit code, or 1 when the clock cannot be moved."""
    if not shutil.which("faketime"):
        print(MISSING.format(days=DAYS, why="programmet faketime mangler"), file=sys.stderr)
        return 1
    if not shifts():
        print(MISSING.format(days=DAYS, why="faketime flytter ikke klokka her"), file=sys.stderr)
        return 1
    print(f"De raske testene én gang til, som om det var {date.today() + timedelta(days=DAYS)}:", flush=True)
    # The age of files is left as it is: Python would compile every module anew, and write it down.
    command = ahead(sys.executable, "-m", "pytest", "-n", "auto", "-m", "not slow", *sys.argv[1:])
    return subprocess.run(command, env=os.environ | {"NO_FAKE_STAT": "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
