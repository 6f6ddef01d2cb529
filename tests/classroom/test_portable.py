"""Objects of the engine travel to another process and back as their fields."""

import pickle
from dataclasses import fields

from game.classroom.portable import make_portable
from game.engine.codec import digest
from game.engine.start.opening import open_world
from tests.worlds import small_level


def test_a_level_arrives_as_it_left() -> None:
    level = small_level()
    make_portable()
    sent = pickle.dumps(level)
    assert b"game.classroom.portable" in sent
    arrived = pickle.loads(sent)
    for item in fields(level):
        assert getattr(arrived, item.name) == getattr(level, item.name)
    assert digest(open_world(arrived, 1)) == digest(open_world(level, 1))
