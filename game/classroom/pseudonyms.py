"""Two-word names that a round assigns to its numbers; nobody types a name.

The words are common, kind and plain in English, and say nothing about a person.
"""

from hashlib import blake2b

_FIRST = (
    "amber autumn bamboo bright bronze calm cedar clear coral cotton crimson crystal curious dawn "
    "distant early eager emerald evening fair fern gentle ginger golden grand green happy harbour "
    "hidden honest indigo island ivory jade keen lively lotus lucky marble meadow misty morning "
    "noble northern ocean olive orange patient pearl pepper polished quick quiet rapid river ruby "
    "sandy scarlet silent silver southern spring steady summer sunny"
).split()
_SECOND = (
    "anchor badger banyan basket beacon bridge canoe compass crane cricket dolphin drum eagle "
    "falcon ferry finch forest garden gecko glacier hammer harp heron hornbill kettle kingfisher "
    "kite lagoon lantern library lighthouse lizard mango maple market meteor mill mountain "
    "nutmeg orchid otter paddle panda parrot pebble pelican petal piano pigeon planet rocket "
    "sail sparrow starling temple thunder tiger tortoise valley violin walnut waterfall willow "
    "windmill"
).split()


def pseudonym(round_id: str, number: int) -> str:
    """Return the name of a number in a round; no two numbers up to 999 share one.

    >>> pseudonym("a", 1) == pseudonym("a", 1), len(pseudonym("b", 7).split())
    (True, 2)
    """
    first, second = _shuffled(_FIRST, round_id), _shuffled(_SECOND, round_id)
    place = number - 1
    turned = place // len(first)
    return f"{first[place % len(first)]} {second[(place + turned) % len(second)]}"


def _shuffled(words: list[str], round_id: str) -> list[str]:
    return sorted(words, key=lambda word: blake2b(f"{round_id} {word}".encode()).digest())
