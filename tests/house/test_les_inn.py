"""The steps of the workflow «Les inn en plan», run here with stand-ins for GitHub; what a stranger could send in among them."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

import les_inn
from les_inn import Nei
from tests.conftest import ROOT

PLAN = "Nr\tTiltak\tFrist\tAnsvar\n1.1\tBygge $(touch x) `bru`\t2025\tTestby kommune\n1.2\t::error::Merke stien\t2026\t@alle\n"
ADDRESS = "https://github.com/user-attachments/files/123/"
ISSUE = f"""### Kommune

testby

### Planens id

testby-2040-2043

### Dokumentet

[plan.txt]({ADDRESS}plan.txt)
"""
SHA = "0123456789abcdef0123456789abcdef01234567"
HOSTILE = [
    "$(touch x)", "`id`", "a\nplan=b", "::error::x", "../testby", "a/b", "a" * 81, "testby 2040", "", "-x", "--mappe=/",
    "a\r\n::set-output name=x::y", "testby\u202e", "\udcff", "æøå",
]  # fmt: skip


class Answer(io.BytesIO):
    """What an address answers."""

    url = "https://files.example/plan.txt"


class GitHub:
    """Stands in for GitHub: remembers what it was asked, and answers."""

    def __init__(self, **issues: str) -> None:
        """`issues`: number, after an s, and text."""
        self.issues = issues
        self.asked: list[tuple[str, str, Any]] = []
        self.refuses_proposals = False

    def __call__(self, method: str, path: str, content: Mapping[str, Any] | None) -> Any:
        """Answer as GitHub does."""
        self.asked.append((method, path, content))
        if path.startswith("issues/"):
            return {"body": self.issues[f"s{path.removeprefix('issues/')}"]}
        if path == "pulls" and self.refuses_proposals:
            raise Nei("GitHub svarte 403 på POST pulls.")
        return {
            "object": {"sha": SHA},
            "tree": {"sha": SHA},
            "sha": SHA,
            "html_url": "https://github.com/x/y/pull/1",
        }

    def sent(self, path: str) -> Any:
        """Return what was sent to a path, the one time."""
        [content] = [content for _, where, content in self.asked if where == path]
        return content


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout of the program with a little data."""
    for name in ("macros", "overrides", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "tests/cases/grunnlag", tmp_path / "data")
    return tmp_path


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Return what the runner gives a step, started by hand with a document of the repository."""
    return dict(os.environ) | {
        "HENDELSE": "workflow_dispatch", "FIL": "plan.txt", "SAK": "", "PLAN": "testby-2040-2043", "KOMMUNE": "",
        "GRUNNGREN": "main", "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "x/y", "GITHUB_RUN_ID": "7", "GITHUB_RUN_ATTEMPT": "1", "GH_TOKEN": "hemmelig",
    }  # fmt: skip


def unreachable(address: str) -> Any:
    """Fetches nothing."""
    raise AssertionError(address)


def result(checkout: Path, files: Mapping[str, bytes]) -> Path:
    """Return a folder of what `les` would have written."""
    folder = checkout / "resultat"
    for name, content in (
        {"rapport.txt": b"Rapport\n", "testby-2040-2043.yml": b"a: 1\n"} | dict(files)
    ).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


# --- from the document to the pull request -------------------------------------------------------------------------


@pytest.mark.slow
def test_a_document_of_the_repository_becomes_a_draft_pull_request(
    checkout: Path, env: dict[str, str]
) -> None:
    (checkout / "plan.txt").write_text(PLAN, "utf-8")
    les_inn.hent(env, checkout, GitHub(), unreachable)
    assert (checkout / "output").read_text("utf-8") == "plan=testby-2040-2043\nkommune=\nsak=\n"
    les_inn.les(env, checkout)
    (checkout / "data/planer/testby-2040-2043.yml").unlink()  # the next job has a checkout of its own
    github = GitHub()
    les_inn.foreslaa(env, checkout, github)
    [blob] = github.sent("git/trees")["tree"]
    assert blob["path"] == "data/planer/testby-2040-2043.yml"
    assert '"Bygge $(touch x) `bru`"' in blob["content"]
    assert yaml.safe_load(blob["content"])["kommuner"] == ["testby"]
    proposal = github.sent("pulls")
    assert (proposal["draft"], proposal["base"]) == (True, "main")
    assert github.sent("git/refs") == {"ref": f"refs/heads/{proposal['head']}", "sha": SHA}
    text = proposal["body"]
    assert "ikke kontrollert mot dokumentet" in text
    assert "Ready for review" in text
    assert "https://github.com/x/y/actions/runs/7#artifacts" in text
    assert "Kjent igjen" in text
    assert "data/planer/testby-2040-2043.yml:" in text
    assert not (checkout / "x").exists()


@pytest.mark.slow
def test_a_kommune_that_is_new_brings_its_file_of_actors(checkout: Path, env: dict[str, str]) -> None:
    new = "hol"
    with (checkout / "data/kommuner.yml").open("a", encoding="utf-8") as kommuner:
        kommuner.write('hol:\n  navn: Hol\n  numre:\n    - {nummer: "3330", fra: 2024-01-01}\n')
    (checkout / "plan.txt").write_text(PLAN, "utf-8")
    env |= {"PLAN": f"{new}-2040-2043"}
    les_inn.hent(env, checkout, GitHub(), unreachable)
    les_inn.les(env, checkout)
    for made in ("planer/hol-2040-2043.yml", "aktorer/hol.yml"):  # the next job has a checkout of its own
        (checkout / "data" / made).unlink()
    github = GitHub()
    les_inn.foreslaa(env, checkout, github)
    blobs = {blob["path"]: blob["content"] for blob in github.sent("git/trees")["tree"]}
    assert set(blobs) == {"data/planer/hol-2040-2043.yml", "data/aktorer/hol.yml"}
    assert "hol-kommune" in blobs["data/aktorer/hol.yml"]


def test_an_attachment_is_fetched_under_a_name_of_our_own(checkout: Path, env: dict[str, str]) -> None:
    fetched: list[str] = []

    def opened(address: str) -> Answer:
        fetched.append(address)
        return Answer(PLAN.encode())

    env |= {"FIL": "", "SAK": "#12", "PLAN": ""}
    les_inn.hent(env, checkout, GitHub(s12=ISSUE), opened)
    assert fetched == [f"{ADDRESS}plan.txt"]
    assert [path.name for path in (checkout / "dokument").iterdir()] == ["testby-2040-2043.txt"]
    assert (checkout / "output").read_text("utf-8") == "plan=testby-2040-2043\nkommune=testby\nsak=12\n"


def test_a_labelled_issue_is_read_from_the_event(tmp_path: Path, env: dict[str, str]) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"number": 12, "body": ISSUE}}), "utf-8")
    asked = les_inn.asked(env | {"HENDELSE": "issues", "GITHUB_EVENT_PATH": str(event)}, GitHub())
    assert asked == les_inn.Asked(f"{ADDRESS}plan.txt", ".txt", "testby-2040-2043", "testby", "12")


def test_without_the_form_the_name_of_the_file_is_the_id() -> None:
    asked = les_inn.from_issue("1", f"Hei! [x]({ADDRESS}Testby-2040-2043.DOCX) Takk", "", "")
    assert (asked.plan, asked.kommune, asked.ending) == ("testby-2040-2043", "", ".docx")


# --- what strangers send -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", HOSTILE)
def test_no_odd_id_gets_through(said: str) -> None:
    with pytest.raises(Nei):
        les_inn.plan_id(said)
    if said:
        with pytest.raises(Nei):
            les_inn.kommune_id(said)
    body = ISSUE.replace("testby-2040-2043", re.sub(r"[\r\n]+", " ", said) or "!")
    with pytest.raises(Nei):
        les_inn.from_issue("1", body, "", "")


@pytest.mark.parametrize(
    "body",
    [
        "", "Uten vedlegg", f"{ADDRESS}plan.exe", f"{ADDRESS}a.txt {ADDRESS}b.txt", "https://evil.example/plan.txt",
        "https://github.com.evil.example/user-attachments/files/1/plan.txt", "file:///etc/passwd.txt",
        "http://github.com/user-attachments/files/1/plan.txt", "https://github.com/user-attachments/assets/1/plan.txt",
        "https://github.com/user-attachments/files/../../x/y/plan.txt",
    ],
)  # fmt: skip
def test_only_one_document_attached_on_github_is_fetched(body: str) -> None:
    with pytest.raises(Nei, match="ventet ett dokument"):
        les_inn.from_issue("1", body, "testby-2040-2043", "")


@pytest.mark.parametrize(
    "path",
    ["../utenfor.txt", "/etc/hostname.txt", "data", "finnes-ikke.txt", "lenke.txt", ".git/x.txt", "a\0.txt", "a" * 5000 + ".txt",
     "plan.exe", "$(touch x).docx"],
)  # fmt: skip
def test_only_a_file_of_the_repository_is_read(checkout: Path, env: dict[str, str], path: str) -> None:
    (checkout.parent / "utenfor.txt").write_text(PLAN, "utf-8")
    (checkout / "lenke.txt").symlink_to(checkout.parent / "utenfor.txt")
    (checkout / ".git").mkdir()
    (checkout / ".git/x.txt").write_text(PLAN, "utf-8")
    with pytest.raises(Nei):
        les_inn.hent(env | {"FIL": path}, checkout, GitHub(), unreachable)
    assert not (checkout / "dokument").exists()


def test_what_is_too_large_empty_or_not_safe_is_not_fetched(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(les_inn, "MAX_DOCUMENT", 10)
    asked = les_inn.Asked(f"{ADDRESS}plan.txt", ".txt", "a", "", "1")
    for answer in (Answer(b"x" * 11), Answer(b"")):
        with pytest.raises(Nei, match="dokumentet er"):
            les_inn.document(asked, tmp_path, {asked.source: answer}.__getitem__)
    unsafe = Answer(b"x")
    unsafe.url = "http://files.example/plan.txt"
    with pytest.raises(Nei, match="sikker"):
        les_inn.document(asked, tmp_path, lambda _: unsafe)


def test_a_plan_that_is_there_is_not_read_again(checkout: Path, env: dict[str, str]) -> None:
    there = next((checkout / "data/planer").iterdir()).stem
    with pytest.raises(Nei, match="finnes fra før"):
        les_inn.hent(env | {"PLAN": there}, checkout, GitHub(), unreachable)


def test_both_or_none_of_file_and_issue_is_refused(env: dict[str, str]) -> None:
    for both in ({"SAK": "12"}, {"FIL": ""}, {"FIL": "", "SAK": "1; rm"}):
        with pytest.raises(Nei):
            les_inn.asked(env | both, GitHub())


@pytest.mark.parametrize(
    "files",
    [
        {".github/workflows/x.yml": b"a: 1"}, {"annen.yml": b"a: 1"}, {"planer/testby-2040-2043.yml": b""},
        {"testby.yml": b"a: 1"}, {"..yml": b"a: 1"}, {"$(touch x).yml": b""}, {"x\ny": b""},
        {"testby-2040-2043.yml": b"\xff\xfe"}, {"testby-2040-2043.yml": b"a: \x1b[31m"},
        {"testby-2040-2043.yml": "a: \u202e".encode()}, {"testby-2040-2043.yml": b"#" * 5_000_001},
        {"rapport.txt": b"\xff"},
    ],
)  # fmt: skip
def test_what_the_reading_job_should_not_write_is_refused(
    checkout: Path, env: dict[str, str], files: dict[str, bytes]
) -> None:
    result(checkout, files)
    github = GitHub()
    with pytest.raises(Nei):
        les_inn.foreslaa(env, checkout, github)
    assert github.asked == []


def test_a_link_in_the_result_is_refused(checkout: Path) -> None:
    folder = result(checkout, {})
    (folder / "rapport.txt").unlink()
    (folder / "rapport.txt").symlink_to("/etc/hostname")
    with pytest.raises(Nei, match="ventet bare planfilen"):
        les_inn.results(folder, "testby-2040-2043")


def test_the_page_goes_with_the_result_and_is_not_read(checkout: Path) -> None:
    folder = result(checkout, {})
    (folder / les_inn.PAGE).write_bytes(b"\xff<script>")
    assert len(les_inn.results(folder, "testby-2040-2043")) == 2
    (folder / les_inn.PAGE).unlink()
    (folder / les_inn.PAGE).symlink_to(folder / "rapport.txt")
    with pytest.raises(Nei, match="ventet bare planfilen og rapporten"):
        les_inn.results(folder, "testby-2040-2043")


def test_a_missing_plan_or_report_is_refused(checkout: Path) -> None:
    folder = result(checkout, {})
    (folder / "rapport.txt").unlink()
    with pytest.raises(Nei, match="mangler"):
        les_inn.results(folder, "testby-2040-2043")


@pytest.mark.slow
def test_a_plan_file_cannot_name_another_kommune_to_have_files_made(
    checkout: Path, env: dict[str, str]
) -> None:
    with (checkout / "data/kommuner.yml").open("a", encoding="utf-8") as kommuner:
        kommuner.write('hol:\n  navn: Hol\n  numre:\n    - {nummer: "3330", fra: 2024-01-01}\n')
    assert les_inn.joined(checkout, env, "testby-2040-2043", "", "kommuner: [hol]\n") == {}
    assert les_inn.joined(checkout, env, "testby-2040-2043", "", "kommuner: [--mappe]\n") == {}
    with pytest.raises(Nei, match="kjenner ikke kommunen"):
        les_inn.joined(checkout, env, "testby-2040-2043", "ukjent", "")


def test_nothing_in_the_report_does_anything_in_the_text_of_the_pull_request() -> None:
    report = "````\n@alle Closes #1 <img src=x>\n```\x1b[2J\u202e" + "x" * 100_000
    text = les_inn.text_of(report, "```\n# Godkjent", "https://github.com/x/y/actions/runs/7", "12")
    assert len(text) < 65_536
    assert "\x1b" not in text
    assert "\u202e" not in text
    fence = "`" * 5
    before, inside, after = text.split(fence, 2)
    assert "@alle" in inside
    assert "@alle" not in before + after
    assert "# Godkjent" in after.split("````")[1]
    assert "#12" in before


@pytest.mark.slow
def test_the_document_is_read_without_the_token(
    checkout: Path, env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / "macros").unlink()
    (checkout / "macros").mkdir()
    program = "import os\nprint(*sorted(os.environ))\nprint('::error::x')\nraise SystemExit(1)\n"
    (checkout / "macros/__main__.py").write_text(program, "utf-8")
    (checkout / "dokument").mkdir()
    (checkout / "dokument/testby-2040-2043.txt").write_text(PLAN, "utf-8")
    monkeypatch.chdir(checkout)
    with pytest.raises(Nei):
        les_inn.les(env | {"ACTIONS_RUNTIME_TOKEN": "x"}, checkout)
    told = (checkout / "resultat/rapport.txt").read_text("utf-8").split("\n")[0].split()
    assert "PATH" in told
    assert not [name for name in told if name.startswith(("GH_", "GITHUB_", "ACTIONS_"))]


@pytest.mark.slow
def test_when_the_setting_is_off_it_is_named_and_there_is_a_way_on(
    checkout: Path, env: dict[str, str]
) -> None:
    result(checkout, {})
    github = GitHub()
    github.refuses_proposals = True
    with pytest.raises(Nei) as refused:
        les_inn.foreslaa(env, checkout, github)
    assert "Allow GitHub Actions to create and approve pull requests" in str(refused.value)
    assert "https://github.com/x/y/compare/main...les-inn/testby-2040-2043-7-1?expand=1" in str(refused.value)


def test_a_refusal_is_one_line_for_the_runner(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], env: dict[str, str], checkout: Path
) -> None:
    env |= {"GITHUB_API_URL": "https://api.example", "PLAN": "x%0A\n::add-mask::y\r::error::z"}
    monkeypatch.setattr(os, "environ", env)
    monkeypatch.chdir(checkout)
    assert les_inn.main(["hent"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error::ventet planens id")
    assert "%250a" in lines[0]


def test_the_steps_import_nothing_but_python() -> None:
    # Python without what is installed beside it (-S) and without the folder it is started in (-I).
    command = [sys.executable, "-I", "-S", les_inn.__file__]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.stdout, result.stderr) == ("::error::ventet hent, les eller foreslaa.\n", "")


class Api(BaseHTTPRequestHandler):
    """A little of GitHub: answers with what it was sent, and refuses to open a pull request."""

    def do_POST(self) -> None:
        """Answer."""
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(403 if self.path.endswith("/pulls") else 200)
        self.end_headers()
        told = {"path": self.path, "token": self.headers["Authorization"], "content": json.loads(content)}
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


def test_github_is_asked_with_the_token_and_what_it_refuses_is_said(env: dict[str, str]) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Api) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        api = les_inn.github(env | {"GITHUB_API_URL": f"http://127.0.0.1:{server.server_port}"})
        assert api("POST", "git/refs", {"ref": "æ\n"}) == {
            "path": "/repos/x/y/git/refs",
            "token": "Bearer hemmelig",
            "content": {"ref": "æ\n"},
        }
        with pytest.raises(Nei, match="403 på POST pulls"):
            api("POST", "pulls", {})
        server.shutdown()
        server.server_close()
        with pytest.raises(Nei, match="fikk ikke svar"):
            api("POST", "git/refs", {})


# --- the workflow --------------------------------------------------------------------------------------------------

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/les-inn.yml").read_text("utf-8"))


def test_only_the_job_that_does_not_read_the_document_may_write() -> None:
    jobs = WORKFLOW["jobs"]
    may_write = {name for name, job in jobs.items() if "write" in job["permissions"].values()}
    assert may_write == {"foreslaa"}
    assert jobs["les"]["permissions"] == {"contents": "read"}
    assert "GH_TOKEN" not in json.dumps(jobs["les"])
    assert "secrets." not in json.dumps(jobs)
    assert all(
        step["with"]["persist-credentials"] is False
        for job in jobs.values()
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
    )


def test_the_issue_form_asks_for_what_is_read() -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/les-inn.yml").read_text("utf-8"))
    labels = {field["attributes"]["label"] for field in form["body"] if field["type"] != "markdown"}
    assert labels == {"Kommune", "Planens id", "Dokumentet"}
    assert "labels" not in form  # else whoever fills it in would start the workflow
