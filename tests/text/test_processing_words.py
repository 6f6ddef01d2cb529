"""Words of export controls, know-how, inputs and standards, read in the level that carries them."""

import re

from game.content.library import load_level, proving_paths
from game.engine.options import options
from game.engine.start.opening import open_world
from game.text import lever_words_processing
from game.text.describe import words_for

CODE_WORD = re.compile(r"[a-z]+_[a-z_]+|[{}]")
PATH = next(x for x in proving_paths() if x.stem == "malaysia-heavy-separation")
LOADED = load_level(PATH)
WORLD = open_world(LOADED.level, 1)
WORDS = words_for(LOADED.level, LOADED.text("en"))
METAL = "heavy-rare-earths"


def test_every_setting_of_these_levers_reads_as_words() -> None:
    legal = options(WORLD, "malaysia")
    for lever in lever_words_processing.PROCESSING:
        targets = legal.targets(lever)
        assert targets, lever
        for target in targets:
            for order in legal.of(lever, target):
                read = WORDS.setting(lever, order.setting)
                assert read
                assert not CODE_WORD.search(read), (lever, read)


def test_families_are_called_by_the_names_that_the_level_gives_them() -> None:
    read = [WORDS.setting("standard_family", (number,)) for number in range(4)]
    assert read == ["Own rules", "ASEAN standards", "China's standards", "OECD-type standards"]


def test_figures_are_named_with_what_they_are_about() -> None:
    named = {
        f"{METAL}/control/price": "Price outside the control",
        f"malaysia/{METAL}/outlet/metal_price": "Price that metal fetches",
        f"malaysia/{METAL}/know-how/level": "Know-how at home",
        f"malaysia/{METAL}/inputs/store": "Inputs in store",
        "malaysia/standards/lock_in": "How far plants are fitted to it",
    }
    for path, name in named.items():
        assert WORDS.figure(path, "malaysia") == name, path
