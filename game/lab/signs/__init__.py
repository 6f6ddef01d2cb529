"""Sign tests: one thing is changed, the luck is the same, the sign of an outcome is judged."""
