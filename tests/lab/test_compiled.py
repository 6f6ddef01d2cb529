"""The compiled copy: mypyc takes every module, and a copy that plays otherwise is found out.

Compiling itself needs a C compiler and a minute, so it is a command: `python main.py compile`.
"""

from pathlib import Path

import pytest

from game.lab.speed import compiled

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "golden" / "records"
# One of the campaign, and one of a level that is found by its file alone.
RECORDS = [FOLDER / "indonesia-nickel.random.record", FOLDER / "second-life.random.record"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    compiled.copy_program(ROOT, tmp_path / "copy")
    return tmp_path / "copy"


def test_every_rule_is_compiled_and_no_word_about_them(copy: Path) -> None:
    modules = compiled.engine_modules(copy)
    assert "game/engine/rules/state/finance.py" in modules
    assert "game/engine/turn.py" in modules
    assert not [x for x in modules if "/systems/" in x or x == "game/engine/__init__.py"]


def test_mypyc_takes_every_module(copy: Path) -> None:
    pytest.importorskip("mypyc")
    compiled.translate(copy)
    assert list((copy / "translated").rglob("*.c"))


def test_what_mypyc_refuses_is_told_in_a_sentence(copy: Path) -> None:
    pytest.importorskip("mypyc")
    numbers = copy / "game" / "engine" / "numbers.py"
    numbers.write_text("def half(amount: int) -> int:\n    return str(amount)\n", encoding="utf-8")
    with pytest.raises(compiled.NotBuilt, match=r"numbers\.py:2: error"):
        compiled.translate(copy)


def test_a_true_copy_plays_the_same_and_another_does_not(copy: Path) -> None:
    found = compiled.compare(ROOT, copy, 20, RECORDS)
    assert len(found.games) == 4
    assert found.differences == ()
    numbers = copy / "game" / "engine" / "numbers.py"
    text = numbers.read_text(encoding="utf-8")
    assert text.count("rest > 5_000") == 1
    numbers.write_text(text.replace("rest > 5_000", "rest > 6_000"), encoding="utf-8")
    assert compiled.compare(ROOT, copy, 20, RECORDS).differences == found.games


def test_a_copy_may_be_made_again(copy: Path) -> None:
    left_over = copy / "game" / "engine" / "left_over.py"
    left_over.write_text("", encoding="utf-8")
    compiled.copy_program(ROOT, copy)
    assert not left_over.exists()
    assert (copy / "game" / "engine" / "turn.py").exists()


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("years of work", encoding="utf-8")
    with pytest.raises(compiled.NotBuilt, match="holds something else"):
        compiled.copy_program(ROOT, tmp_path)
    assert (tmp_path / "main.py").exists()


@pytest.mark.parametrize("name", ["", "game", "levels/fast"])
def test_the_program_itself_is_left_alone(name: str, tmp_path: Path) -> None:
    source = tmp_path / "source"
    compiled.copy_program(ROOT, source)
    (source / "compiled-copy.txt").unlink()
    with pytest.raises(compiled.NotBuilt):
        compiled.copy_program(source, source / name)
    assert (source / "game" / "engine" / "turn.py").exists()
