"""The rules: an immutable world, order sheets, and the function that resolves a turn."""
