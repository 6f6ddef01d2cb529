"""The texts of a level, with citations numbered."""
