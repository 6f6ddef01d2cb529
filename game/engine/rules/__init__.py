"""One file per rule area; together they resolve a turn in a fixed order."""
