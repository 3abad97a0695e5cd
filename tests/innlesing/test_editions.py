"""A newer edition of a plan in the data, and the same plan read once more."""

from __future__ import annotations

from pathlib import Path

from macros.reading.yaml_reader import read_bytes
from tests.innlesing.read_in import run, tiltak, write

OLD = "testby-2020-2023"
HEADINGS = "Nr\tTiltak\tMål\tFrist\tAnsvar\tMilepæler\n"
SAME = "1.2\tKommunen bygger ny vei.\tBedre vei\t2022\tTestby kommune, Statens vegvesen\tPlan 2020, bygging 2021\n"
NEAR = "1.1\tKommunen bygger en ny bru.\t\t2027\tKommunen\t\n"
NEW = "1.3\tRydde torget i sentrum.\t\t2025\tKommunen\t\n"


def written(data: Path, id_: str) -> list[dict[str, object]]:
    """Return the tiltak of a plan file."""
    document = read_bytes((data / f"planer/{id_}.yml").read_bytes(), "plan.yml")
    return list(tiltak(document.value))


def with_readings(data: Path) -> None:
    """Let an editor have read more out of the plan in the data."""
    file = data / f"planer/{OLD}.yml"
    text = file.read_text("utf-8")
    text = text.replace("tittel: Ny vei", "tittel: Vei til skolen")
    text = text.replace('frist: "2022"', 'frist: {tekst: "2022", innen: 2022-06-01}')
    file.write_text(
        text.replace("        delmål:", "        merknad: Veien er kort.\n        delmål:"), "utf-8"
    )


def test_a_newer_edition_keeps_what_editors_made_of_unchanged_words(data: Path, tmp_path: Path) -> None:
    with_readings(data)
    file = write(tmp_path, HEADINGS + NEAR + SAME + NEW, "testby-2024-2027.txt")
    result = run("importer", file, "--mappe", data, "--ny-utgave-av", OLD)
    assert result.exit_code == 0, result.output
    changed, same, new = written(data, "testby-2024-2027")
    assert same["tittel"] == "Vei til skolen" and same["merknad"] == "Veien er kort."
    assert str(same["frist"]["innen"]) == "2022-06-01" and same["delmål"]  # type: ignore[index]
    assert list(same["viderefører"]) == [f"{OLD}/1.1"]  # type: ignore[call-overload]
    assert "viderefører" not in changed and "viderefører" not in new
    text = (data / "planer/testby-2024-2027.yml").read_text("utf-8")
    assert f"erstatter: {OLD}" in text and f"# viderefører: [{OLD}/1.2]" in text
    assert "Uendret (1): 1.2 (før 1.1)." in result.output
    assert "Endret: 1.1 (før 1.2): ordlyden er endret" in result.output
    assert "Nytt: 1.3 «Rydde torget i sentrum.»" in result.output


def test_what_is_gone_or_changed_in_a_cell_is_told_and_its_reading_is_not_kept(
    data: Path, tmp_path: Path
) -> None:
    with_readings(data)
    file = write(tmp_path, HEADINGS + SAME.replace("2022", "2029"), "testby-2024-2027.txt")
    result = run("importer", file, "--mappe", data, "--ny-utgave-av", OLD)
    assert "Endret: 1.2 (før 1.1): frist er endret." in result.output
    assert "Borte: 1.2 «Kommunen bygger ny bru.»" in result.output
    assert [one["frist"] for one in written(data, "testby-2024-2027")] != ["2022"]
    assert "innen" not in str(written(data, "testby-2024-2027")[0]["frist"])


def test_the_same_plan_read_again_keeps_its_head_titles_and_numbers(data: Path, tmp_path: Path) -> None:
    with_readings(data)
    unnumbered = (HEADINGS + NEW + SAME).replace("Nr\t", "").replace("1.3\t", "").replace("1.2\t", "")
    file = write(tmp_path, unnumbered, f"{OLD}.txt")
    result = run("importer", file, "--mappe", data, "--overskriv")
    assert result.exit_code == 0, result.output
    new, same = written(data, OLD)
    assert same["nr"] == "1.1" and same["tittel"] == "Vei til skolen" and "viderefører" not in same
    assert new["nr"] not in ("1.1", "1.2")
    text = (data / f"planer/{OLD}.yml").read_text("utf-8")
    assert 'kortnavn: "Testby 2020–2023"' in text and "erstatter: " not in text


def test_an_older_edition_is_found_by_title_and_kommune_and_told(data: Path, tmp_path: Path) -> None:
    file = write(tmp_path, "Handlingsplan for Testby 2024-2027\n\n" + HEADINGS + SAME, "testby-2024-2027.txt")
    assert f"--ny-utgave-av {OLD}" in run("importer", file, "--mappe", data).output


def test_an_edition_that_is_not_in_the_data_is_refused(data: Path, tmp_path: Path) -> None:
    file = write(tmp_path, HEADINGS + SAME, "testby-2024-2027.txt")
    result = run("importer", file, "--mappe", data, "--ny-utgave-av", "testby-2020-2024")
    assert result.exit_code == 2 and f"Mente du «{OLD}»?" in result.output
