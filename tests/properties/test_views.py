"""Nothing hidden shows in a view, in the menus, or in what is imagined from it."""

from game.engine.codec import encode
from game.engine.options import options, order_problems, sheet_problems
from game.engine.view import believed_world, sees, view
from game.match.forecast import forecast_of
from game.players import player_for
from tests.match.secrets import with_other_secrets
from tests.properties.random_games import Played, known_games
from tests.worlds import AVAL, BORA

GAMES = known_games()[::4]


def test_worlds_that_differ_in_secrets_look_alike() -> None:
    for played in GAMES:
        other = with_other_secrets(played.before, AVAL, BORA)
        assert encode(other) != encode(played.before)
        assert view(other, AVAL) == view(played.before, AVAL)


def test_what_is_imagined_depends_on_the_view_alone() -> None:
    for played in GAMES:
        other = with_other_secrets(played.before, AVAL, BORA)
        one = believed_world(view(played.before, AVAL), 4)
        assert encode(believed_world(view(other, AVAL), 4)) == encode(one)
        assert view(one, AVAL) == view(played.before, AVAL)


def test_the_imagined_world_has_the_menus_of_the_real_one() -> None:
    for played in GAMES:
        imagined = believed_world(view(played.before, AVAL), 4)
        real = list(options(played.before, AVAL))
        assert list(options(imagined, AVAL)) == real
        sheet = played.sheets[AVAL]
        assert sheet_problems(imagined, AVAL, sheet) == sheet_problems(played.before, AVAL, sheet)
        for order in real:
            assert order_problems(imagined, AVAL, order) == []


def test_forecasts_are_the_same_in_worlds_that_look_alike() -> None:
    others = {BORA: player_for("open_trader")}
    for played in GAMES:
        orders = played.sheets[AVAL].orders
        other = with_other_secrets(played.before, AVAL, BORA)
        expected = forecast_of(view(played.before, AVAL), orders, others, 2)
        assert forecast_of(view(other, AVAL), orders, others, 2) == expected


def hidden_paths(played: Played, seat: str) -> set[str]:
    layout = played.before.layout
    return {path for slot, path in enumerate(layout.paths) if not sees(layout, seat, slot)}


def test_a_seat_does_not_see_another_s_books_nor_anyone_s_hidden_accounts() -> None:
    hidden = hidden_paths(GAMES[0], AVAL)
    assert {"bora/treasury", "bora/debt", "bora/capital", "bora/zinc/leak"} <= hidden
    assert {"aval/owners", "world/smugglers", "zinc/abroad"} <= hidden
    assert not {"aval/treasury", "zinc/price", "bora/zinc/exports"} & hidden
    seen = view(GAMES[0].before, AVAL)
    assert all(seen.figure(path) is None for path in hidden)
