"""Brings in a plan from a document on GitHub: the steps of `.github/workflows/les-inn.yml`.

    hent      finds and fetches the document (may read the issue; looks at no byte of the document)
    les       lets the importer read it (no permission to write, no secret; here a document could do harm)
    foreslaa  looks at what `les` has written as data, and opens a draft pull request with it (may write)

The steps run in jobs of their own. What goes from one to the next is files, and short texts that are looked at again where
they arrive. It stands here and not among the editors' commands because it is of use on GitHub alone, and needs nothing but
Python itself: what has a token imports no package. What it is asked for comes in the environment, and nothing of it, nor
of the document, is put into a script or printed as it is.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

ENDINGS = (".docx", ".xlsx", ".csv", ".tsv", ".txt", ".pdf")
"""What may be attached: the kinds that the importer reads."""
MAX_DOCUMENT = 25_000_000
"""Bytes; GitHub takes no larger attachment."""
MAX_RESULT = 5_000_000
"""Bytes of each file that the importer writes."""
REPORT = "rapport.txt"
PAGE = "side-om-side.html"
"""The document beside what became of it. It goes with the artifact, and nothing here reads it."""
MAX_SHOWN = 25_000
"""Characters of the report, and of the check, in the pull request's text, which may have 65,536."""
SECONDS = 600
"""How long the importer may take."""
ATTACHMENT = re.compile(r"https://github\.com/user-attachments/files/[0-9]+/[A-Za-z0-9._%~-]+")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NOT_VERIFIED = (
    "**Resultatet er ikke kontrollert mot dokumentet.** Programmet som leser dokumenter, er ikke prøvd på nok av dem. "
    "Les hver celle i planfilen mot dokumentet før du godkjenner."
)
SETTING = "«Allow GitHub Actions to create and approve pull requests» (Settings, Actions, General)"


class Nei(Exception):
    """What was asked for cannot be done. The text is for an editor; it may quote what a stranger wrote."""


@dataclass(frozen=True)
class Asked:
    """What is to be brought in: where the document is, and what it is to become."""

    source: str
    """A path in the repository, or the address of an attachment."""
    ending: str
    plan: str
    kommune: str
    issue: str
    """The number of the issue, or empty."""


Environment = Mapping[str, str]
Api = Callable[[str, str, Mapping[str, Any] | None], Any]
"""Asks GitHub: method, path, what to send -> the answer. Raises Nei."""


# --- hent: what is asked for ---


def asked(env: Environment, api: Api) -> Asked:
    """Return what the run was started with: the fields of its form, or the issue that got the label. Raises Nei."""
    if env["HENDELSE"] == "issues":
        issue = json.loads(Path(env["GITHUB_EVENT_PATH"]).read_text("utf-8"))["issue"]
        return from_issue(str(int(issue["number"])), issue.get("body") or "", "", "")
    path, number = env["FIL"].strip(), env["SAK"].strip().removeprefix("#")
    if bool(path) == bool(number):
        raise Nei("ventet enten stien til et dokument eller nummeret på en sak, fant begge eller ingen.")
    if path:
        return Asked(path, ending_of(path), plan_id(env["PLAN"]), kommune_id(env["KOMMUNE"]), "")
    if not re.fullmatch(r"[1-9][0-9]{0,8}", number):
        raise Nei(f"ventet nummeret på en sak, for eksempel 12, fant «{number}».")
    found = api("GET", f"issues/{number}", None)
    return from_issue(number, found.get("body") or "", env["PLAN"], env["KOMMUNE"])


def from_issue(number: str, body: str, plan: str, kommune: str) -> Asked:
    """Return what an issue asks for. What the form of the run does not say, the issue does. Raises Nei."""
    fits = [one for one in dict.fromkeys(ATTACHMENT.findall(body)) if _suffix(unquote(one)) in ENDINGS]
    if len(fits) != 1:
        raise Nei(
            f"ventet ett dokument ({', '.join(ENDINGS)}) lagt ved saken, fant {len(fits)}. "
            "Dra filen inn i teksten i saken, og vent til den er lastet opp."
        )
    name = unquote(fits[0].rsplit("/", 1)[1])
    plan = plan.strip() or answer(body, "Planens id") or Path(name).stem
    kommune = kommune.strip() or answer(body, "Kommune")
    return Asked(fits[0], ending_of(name), plan_id(plan), kommune_id(kommune), number)


def answer(body: str, label: str) -> str:
    """Return what was answered in a field of the issue form; empty when it was left open or is not there."""
    found = re.search(rf"^### {re.escape(label)}[ \t]*\r?\n\s*([^\r\n]*)", body, re.MULTILINE)
    said = found[1].strip() if found else ""
    return "" if said == "_No response_" or said.startswith("### ") else said


def plan_id(said: str) -> str:
    """Return the id of a plan as it was said. Raises Nei."""
    said = said.strip().lower()
    if len(said) > 80 or not ID.fullmatch(said):
        expected = "små bokstaver a–z, tall og bindestreker, for eksempel testby-2024-2027"
        raise Nei(f"ventet planens id: {expected}, fant «{said}».")
    return said


def kommune_id(said: str) -> str:
    """Return the id of a kommune as it was said, or nothing. Raises Nei."""
    said = said.strip().lower()
    if said and (len(said) > 60 or not ID.fullmatch(said)):
        raise Nei(f"ventet kommunens id slik den står i data/kommuner.yml, for eksempel hol, fant «{said}».")
    return said


def ending_of(name: str) -> str:
    """Return the ending of a document's name. Raises Nei for another kind than the importer reads."""
    ending = _suffix(name)
    if ending not in ENDINGS:
        raise Nei(f"ventet et dokument av slaget {', '.join(ENDINGS)}, fant «{name}».")
    return ending


def _suffix(name: str) -> str:
    """Return the ending of a file's name in small letters: «.pdf»."""
    return Path(name).suffix.lower()


# --- hent: the document ---


def document(one: Asked, root: Path, opened: Callable[[str], Any]) -> bytes:
    """Return the bytes of the document, from the repository or the attachment. Raises Nei."""
    if not one.issue:
        return from_repository(one.source, root)
    try:
        with opened(one.source) as response:
            if not str(response.url).startswith("https://"):
                raise Nei("vedlegget ligger ikke på en sikker adresse.")
            return _not_too_large(response.read(MAX_DOCUMENT + 1))
    except OSError as error:
        raise Nei(
            f"fikk ikke hentet vedlegget ({getattr(error, 'code', type(error).__name__)}). Er kodelageret lukket, kan "
            "vedlegg ikke hentes. Legg dokumentet på en gren, og oppgi stien i stedet."
        ) from None


def from_repository(path: str, root: Path) -> bytes:
    """Return the bytes of a file of the repository. Raises Nei for what is not a plain file within it."""
    try:
        file = (root / path).resolve()
        plain = file.is_file() and ".git" not in file.relative_to(root.resolve()).parts
    except (ValueError, OSError):
        plain = False
    if not plain:
        raise Nei(
            f"finner ikke «{path}» på grenen du valgte. Skriv hele stien, for eksempel dokumenter/plan.docx."
        )
    with file.open("rb") as opened:
        return _not_too_large(opened.read(MAX_DOCUMENT + 1))


def _not_too_large(content: bytes) -> bytes:
    """Return the document unchanged. Raises Nei when it is empty or larger than MAX_DOCUMENT."""
    if len(content) > MAX_DOCUMENT:
        raise Nei(f"dokumentet er større enn {MAX_DOCUMENT // 1_000_000} MB.")
    if not content:
        raise Nei("dokumentet er tomt.")
    return content


def hent(env: Environment, root: Path, api: Api, opened: Callable[[str], Any]) -> None:
    """Fetch the document to `dokument/`, under a name made of the plan's id, and say how it is to be read. Raises Nei."""
    one = asked(env, api)
    if (root / "data/planer" / f"{one.plan}.yml").exists():
        raise Nei(f"planen «{one.plan}» finnes fra før. Velg en annen id, eller rett planen i nettleseren.")
    content = document(one, root, opened)
    folder = root / "dokument"
    folder.mkdir()
    (folder / f"{one.plan}{one.ending}").write_bytes(content)
    with Path(env["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as output:
        output.write(f"plan={one.plan}\nkommune={one.kommune}\nsak={one.issue}\n")


# --- les ---


def les(env: Environment, root: Path) -> None:
    """Let the importer read the document, and put what it writes in `resultat/`. Raises Nei when it writes no plan."""
    plan, kommune = plan_id(env["PLAN"]), kommune_id(env["KOMMUNE"])
    names = [f"{plan}{ending}" for ending in ENDINGS if (root / "dokument" / f"{plan}{ending}").is_file()]
    if len(names) != 1:
        raise Nei("fant ikke dokumentet som var hentet.")
    result = root / "resultat"
    result.mkdir()
    arguments = [
        "importer",
        f"dokument/{names[0]}",
        "--id",
        plan,
        "--vis",
        f"resultat/{PAGE}",
        *(["--kommune", kommune] if kommune else []),
    ]
    code, told = _macros(root, env, *arguments)
    (result / REPORT).write_text(told, "utf-8")
    _summarise(env, "Dette sier programmet som leste dokumentet:", told)
    if code:
        lines = told.strip().splitlines() or [""]
        raise Nei(
            f"planen ble ikke lest inn. Hele meldingen står i sammendraget av kjøringen. {lines[-1][:300]}"
        )
    shutil.copyfile(root / "data/planer" / f"{plan}.yml", result / f"{plan}.yml")


def _macros(root: Path, env: Environment, *arguments: str) -> tuple[int, str]:
    """Run one of the editors' commands; gives its exit code and all it said. Raises Nei when it takes too long.

    It gets none of what the runner gives its steps: no token, and no file through which a step is heard.
    """
    hidden = ("GITHUB_", "ACTIONS_", "RUNNER_", "GH_", "INPUT_")
    bare = {key: value for key, value in env.items() if not key.startswith(hidden)} | {"PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "macros", *arguments], cwd=root, env=bare, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Nei(f"programmet ble stoppet etter {SECONDS // 60} minutter.") from None
    return done.returncode, done.stdout.decode("utf-8", "replace")


# --- foreslaa ---


def results(folder: Path, plan: str) -> tuple[str, str]:
    """Return the text of the plan file and the report, looked at as if a stranger had written them. Raises Nei."""
    found: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if path.name == PAGE and path.is_file() and not path.is_symlink():
            continue
        if path.is_symlink() or not path.is_file() or path.name not in (f"{plan}.yml", REPORT):
            raise Nei(f"ventet bare planfilen og rapporten, fant «{path.name}».")
        found[path.name] = _text(path)
    if len(found) != 2:
        raise Nei("planfilen eller rapporten mangler.")
    return found[f"{plan}.yml"], found[REPORT]


def _text(path: Path) -> str:
    """Return the text of a file. Raises Nei when it is larger than MAX_RESULT, not UTF-8, or has signs that cannot be shown."""
    if path.stat().st_size > MAX_RESULT:
        raise Nei(f"«{path.name}» er større enn {MAX_RESULT // 1_000_000} MB.")
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Nei(f"«{path.name}» er ikke UTF-8.") from None
    if path.name != REPORT and text != _printable(text):
        raise Nei(f"«{path.name}» har tegn som ikke kan vises.")
    return text


def _printable(text: str) -> str:
    """Return a text without control characters, and without those that turn the direction of what follows."""
    turning = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return "".join(
        one for one in text if one in "\n\t" or (unicodedata.category(one) != "Cc" and one not in turning)
    )


def joined(root: Path, env: Environment, plan: str, kommune: str, text: str) -> dict[str, str]:
    """Let the kommune of the plan have its file of aktører; returns what that writes, path -> text. Raises Nei.

    It is made here and not taken from the job that read the document, since it comes from the register alone. `text` is the
    plan file: what kommune it is for, when that was not said.
    """
    said = re.search(rf"^kommuner: \[({ID.pattern})\]", text, re.MULTILINE)
    if not kommune and said and f"{plan}-".startswith(f"{said[1]}-"):
        kommune = said[1]
    folder = root / "data/aktorer"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    if kommune:
        code, told = _macros(root, env, "ny-kommune", kommune)
        if code:
            raise Nei(told.strip()[:500])
    changed = (path for path in sorted(folder.iterdir()) if before.get(path) != path.read_bytes())
    return {f"data/aktorer/{path.name}": path.read_text("utf-8") for path in changed}


def checked(root: Path, env: Environment, files: list[str]) -> str:
    """Return what `sjekk` says of the files, which are in place. Raises Nei when it cannot read them."""
    code, told = _macros(root, env, "sjekk", *files)
    if code not in (0, 1) or re.search(r"^Traceback ", told, re.MULTILINE):
        raise Nei("kontrollen kan ikke lese planfilen.")
    return told


def foreslaa(env: Environment, root: Path, api: Api) -> None:
    """Open a draft pull request with the plan file, and the report as its text. Raises Nei."""
    plan, kommune, issue = plan_id(env["PLAN"]), kommune_id(env["KOMMUNE"]), env["SAK"]
    if not re.fullmatch(r"[0-9]{0,9}", issue):
        raise Nei("saken har ikke noe nummer.")
    text, report = results(root / "resultat", plan)
    name = f"data/planer/{plan}.yml"
    if (root / name).exists():
        raise Nei(f"{name} finnes fra før.")
    files = joined(root, env, plan, kommune, text) | {name: text}
    (root / name).write_bytes(text.encode())
    told = checked(root, env, sorted(files))
    here = f"{env['GITHUB_SERVER_URL']}/{env['GITHUB_REPOSITORY']}"
    run = f"{here}/actions/runs/{env['GITHUB_RUN_ID']}"
    base = env["GRUNNGREN"]
    branch = f"les-inn/{plan}-{env['GITHUB_RUN_ID']}-{env['GITHUB_RUN_ATTEMPT']}"
    title = f"Les inn planen {plan}"
    commit(api, base, branch, title, files)
    proposal = {"title": title, "head": branch, "base": base, "draft": True}
    try:
        made = api("POST", "pulls", {**proposal, "body": text_of(report, told, run, issue)})
    except Nei as error:
        raise Nei(
            f"planfilen ligger på grenen {branch}, men pull requesten kunne ikke åpnes. {error} "
            f"Er innstillingen {SETTING} slått på? Du kan åpne den selv: {here}/compare/{base}...{branch}?expand=1"
        ) from None
    _summarise(env, f"Pull requesten er åpnet: {made['html_url']}", "")


def commit(api: Api, base: str, branch: str, title: str, files: Mapping[str, str]) -> None:
    """Make a branch with one commit that adds the files to the branch `base`. Raises Nei."""
    parent = api("GET", f"git/ref/heads/{base}", None)["object"]["sha"]
    tree = api("GET", f"git/commits/{parent}", None)["tree"]["sha"]
    blobs = [
        {"path": name, "mode": "100644", "type": "blob", "content": text}
        for name, text in sorted(files.items())
    ]
    new_tree = api("POST", "git/trees", {"base_tree": tree, "tree": blobs})["sha"]
    new = api("POST", "git/commits", {"message": title, "tree": new_tree, "parents": [parent]})["sha"]
    api("POST", "git/refs", {"ref": f"refs/heads/{branch}", "sha": new})


def text_of(report: str, told: str, run: str, issue: str) -> str:
    """Return the text of the pull request. What comes from the document stands in it as text that does nothing."""
    source = f"Dokumentet er lagt ved #{issue}." if issue else "Dokumentet lå på en gren i kodelageret."
    return "\n\n".join(
        [
            f"Et program har lest en plan fra et dokument. {source}",
            NOT_VERIFIED,
            "1. Gjør det som er merket `TODO` i planfilen, under «Files changed».\n"
            "2. Trykk «Ready for review». Først da starter kontrollen: En pull request som et program har åpnet, starter "
            "ingenting selv.",
            f"Planfilen, rapporten og `{PAGE}`, som viser dokumentet ved siden av det som ble av det, kan [lastes ned]"
            f"({run}#artifacts) som `les-inn-resultat`.",
            "## Rapporten",
            _fenced(report, run),
            "## Det kontrollen sier nå",
            _fenced(told, run),
        ]
    )


def _fenced(text: str, run: str = "") -> str:
    """Return a text in a block of code with a fence that nothing in it can close, cut where it is too long to be shown."""
    text = _printable(text)
    where = f"[rapporten]({run}#artifacts)" if run else "rapporten"
    rest = f"\n\nResten står i {where}." if len(text) > MAX_SHOWN else ""
    text = text[:MAX_SHOWN].strip()
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}{rest}"


# --- GitHub ---


def github(env: Environment) -> Api:
    """Return what asks GitHub about this repository, with the token of the job."""

    def ask(method: str, path: str, content: Mapping[str, Any] | None) -> Any:
        """Return what GitHub's API answers to a request, read from JSON. Raises Nei when it refuses or does not answer."""
        request = urllib.request.Request(
            f"{env['GITHUB_API_URL']}/repos/{env['GITHUB_REPOSITORY']}/{path}",
            data=None if content is None else json.dumps(content).encode(),
            method=method,
            headers={
                "Authorization": f"Bearer {env['GH_TOKEN']}",
                "Accept": "application/vnd.github+json",
                "Content-Type": "application/json",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            raise Nei(f"GitHub svarte {error.code} på {method} {path}.") from None
        except OSError as error:
            raise Nei(f"fikk ikke svar fra GitHub ({type(error).__name__}).") from None

    return ask


def download(address: str) -> Any:
    """Open an attachment. No token goes with it, as it leads on to another host."""
    return urllib.request.urlopen(address, timeout=60)


def annotation(text: str) -> str:
    """Return a line that the runner shows as an error; nothing in it can be another command."""
    return "::error::" + _printable(text)[:2000].replace("%", "%25").replace("\n", "%0A")


def _summarise(env: Environment, heading: str, text: str) -> None:
    """Add to the summary of the run."""
    with Path(env["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as summary:
        summary.write(f"{heading}\n\n" + (f"{_fenced(text)}\n" if text else ""))


def main(arguments: list[str]) -> int:
    """Run a step; gives the exit code."""
    env, root = os.environ, Path.cwd()
    try:
        match arguments:
            case ["hent"]:
                hent(env, root, github(env), download)
            case ["les"]:
                les(env, root)
            case ["foreslaa"]:
                foreslaa(env, root, github(env))
            case _:
                raise Nei("ventet hent, les eller foreslaa.")
    except Nei as error:
        print(annotation(str(error)))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
