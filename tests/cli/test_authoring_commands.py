"""new-level, share, install and slips: what they write, and what they say to a slip."""

import json
import zipfile
from pathlib import Path

import pytest

from game.cli import authoring
from game.content import library
from game.content.starting import STARTER
from tests.cli.running import refused, status_of

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own"
    monkeypatch.setattr(library, "OWN_FOLDER", folder)
    monkeypatch.setattr(authoring, "OWN_FOLDER", folder)
    return folder


def test_a_new_level_passes_and_plays(own: Path, capsys: Capture) -> None:
    assert status_of("new-level", "my-tin") == 0
    assert "main.py check my-tin" in capsys.readouterr().out
    assert status_of("check", "my-tin") == 0
    assert capsys.readouterr().out == "PASS: my-tin\n"
    assert status_of("simulate", "my-tin", "--player", "random", "--json") == 0
    assert json.loads(capsys.readouterr().out)["level"] == "my-tin"
    text = (own / "my-tin.yaml").read_text(encoding="utf-8")
    assert text.count("#") >= 25
    assert "my-tin" in library.listed_ids()


@pytest.mark.parametrize("like", ["indonesia-nickel", "vietnam-bauxite", "nickel-cartel"])
def test_a_level_like_another_passes(like: str, capsys: Capture) -> None:
    assert status_of("new-level", "our-case", "--like", like) == 0
    capsys.readouterr()
    assert status_of("check", "our-case", "--quick") == 0
    assert capsys.readouterr().out == "PASS: our-case\n"


def test_ids_that_cannot_be(own: Path, capsys: Capture) -> None:
    for name in ("My", "my_tin", "", "../tin", "x" * 41, "zinn-ü"):
        assert "cannot be the id" in refused(capsys, "new-level", name, status=2)
    assert "already" in refused(capsys, "new-level", "indonesia-nickel", status=2)
    line = refused(capsys, "new-level", "a", "--like", "indonesia-nikel", status=2)
    assert "indonesia-nickel" in line
    assert not own.exists()


def test_what_is_shared_can_be_installed(own: Path, tmp_path: Path, capsys: Capture) -> None:
    status_of("new-level", "my-tin")
    status_of("new-level", "our-nickel", "--like", "indonesia-nickel")
    pack = tmp_path / "week.zip"
    assert status_of("share", "my-tin", "our-nickel", "--to", str(pack)) == 0
    for path in sorted(own.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert status_of("install", str(pack)) == 0
    capsys.readouterr()
    assert status_of("check", "my-tin", "our-nickel", "--quick") == 0
    assert capsys.readouterr().out == "PASS: my-tin, our-nickel\n"
    assert status_of("install", str(pack)) == 0  # the same pack again takes its own place


def test_a_bad_pack_is_one_sentence(tmp_path: Path, own: Path, capsys: Capture) -> None:
    assert "no such file" in refused(capsys, "install", str(tmp_path / "no.zip"), status=1)
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("bad.yaml", "id: bad\n")
    assert "bad.yaml:" in refused(capsys, "install", str(tmp_path / "bad.zip"), status=1)
    assert not list(own.rglob("*.yaml"))


def test_slips_as_json(capsys: Capture) -> None:
    assert status_of("slips", str(STARTER), "--each", "16", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    (level,) = found["levels"]
    assert found["ok"] is True
    assert level["right_line"] == level["messages"] > 0
    assert level["remedies_mend"] == level["remedies_tried"] > 0
    assert "5000" in refused(capsys, "slips", "--each", "0", status=2)
