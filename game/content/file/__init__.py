"""From a path to a tree with positions, under limits, or to every problem of reading."""
