"""The first day of a match."""
