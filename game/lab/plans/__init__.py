"""A crude search over whole-game plans."""
