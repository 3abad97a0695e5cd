"""Builds a site and lets something happen at one of the moments when the program asks the system for a file.

`python -m tests.building.interrupted TIMES [SEED]` kills so many builds, each at a moment drawn at random, and says
what was left. The suite does the same a few times (`test_swap.py`).
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path

from tests.conftest import environment, fingerprints

EVENTS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree")
"""What Python tells its audit hooks of that changes folders, or opens a file."""
SCRIPT = """
import errno, os, re, runpy, signal, sys
what, moment, name, *sys.argv = sys.argv[1:]
moment, count, this = int(moment), 0, os.getpid()

def hook(event, args):
    global count
    if event not in EVENTS or os.getpid() != this or not re.search(name, f"{event} {args[0]}"):
        return
    count += 1
    if count != moment:
        return
    if what == "kill":
        os.kill(this, signal.SIGKILL)
    elif what == "full":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(args[0]))
    elif what == "denied":
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(args[0]))
    else:
        with open(what, "a") as file:
            file.write("\\n")

sys.addaudithook(hook)
try:
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
finally:
    print(f"moments: {count}")
""".replace("EVENTS", repr(EVENTS))


def build(
    project: Path, site: Path, what: str = "", moment: int = 0, name: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """Build the project's site into the folder `site`, and let `what` happen at the moment of this number.

    `what`: «kill», «full» (the disk is full), «denied» (the folder may not be written) or a file that is added to. `name`: only moments
    of which «event path» matches this pattern count. Prints how many there were, when it is not killed.
    """
    command = [sys.executable, "-c", SCRIPT, what, str(moment), name, "mkdocs", "build", "--strict"]
    return subprocess.run(
        [*command, "--site-dir", str(site)],
        cwd=project,
        env=environment(SOK="nei", **settings),
        capture_output=True,
        text=True,
        check=False,
    )


def moments(result: subprocess.CompletedProcess[str]) -> int:
    """Return how many moments a build had that was not killed."""
    return int(result.stdout.rpartition("moments: ")[2])


def state(site: Path, *whole: dict[str, str]) -> str:
    """Return what there is of a site: «whole», «elsewhere» (as a build has put it aside), or «lost»."""
    if site.exists():
        return "whole" if fingerprints(site) in whole else "lost"
    previous = site.with_name(f".{site.name}.forrige")
    return "elsewhere" if previous.exists() and fingerprints(previous) in whole else "lost"


def main(times: int, seed: int) -> None:
    """Kill builds of the project in the folder one stands in, and print what was left."""
    drawn = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        # The committed data may have days after that of the tests.
        one = partial(build, Path.cwd(), site, LAGER=f"{folder}/lager", IDAG=date.today().isoformat())
        count = moments(one())
        old, found = fingerprints(site), Counter[str]()
        for _ in range(times):
            one("kill", drawn.randint(1, count))
            found[state(site, old)] += 1
            result = one()
            found["the next build failed"] += bool(result.returncode) or fingerprints(site) != old
        print(f"{times} kills, seed {seed}: {dict(found)}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
