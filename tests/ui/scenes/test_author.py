"""While a level is written: saving the file goes on at the same turn, or shows what is wrong."""

from dataclasses import replace

from game.engine.orders import Order
from tests.ui.fakes import FakeServices, window
from tests.ui.scenes.turn_steps import has, scene_of, turn

TAX = Order("export_tax", "zinc.ore", (2_000,))


def test_a_saved_level_goes_on_at_the_same_turn() -> None:
    services = FakeServices()
    with window(scene_of(services), services) as driver:
        turn(driver).match.seal()
        turn(driver).match.give(TAX)
        before = turn(driver).match
        services.level = replace(services.level, digest="edited")
        services.saved_level = True
        turn(driver).on_look(turn(driver).app.now_ms + 2_000)
        after = turn(driver).match
        assert after is not before
        assert (after.turn, after.draft.orders) == (before.turn, (TAX,))
        assert after.header.digest == "edited"
        assert has(driver, "toast")


def test_mistakes_are_shown_and_the_game_stays() -> None:
    services = FakeServices()
    with window(scene_of(services), services) as driver:
        before = turn(driver).match
        services.saved_level = True
        services.refusal = (
            "my.yaml:3:1: missing-unit: `5` has no unit, so, do\nmy.yaml:9:1: b: c, d, e"
        )
        turn(driver).on_look(turn(driver).app.now_ms + 2_000)
        assert turn(driver).match is before
        assert has(driver, "level-problems")
        assert has(driver, "problems-ok")
        services.refusal, services.saved_level = "", True
        turn(driver).on_look(turn(driver).app.now_ms + 4_000)
        assert not has(driver, "level-problems")
        assert turn(driver).match is not before


def test_nothing_is_read_while_nothing_is_saved() -> None:
    services = FakeServices()
    with window(scene_of(services), services) as driver:
        before = turn(driver).match
        turn(driver).on_look(turn(driver).app.now_ms + 2_000)
        assert turn(driver).match is before
