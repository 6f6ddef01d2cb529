"""Words for people: turns the stable codes of the engine into sentences."""
