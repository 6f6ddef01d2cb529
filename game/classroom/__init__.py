"""Rounds that a class plays: packed, handed out, verified and ranked, by file and without names."""
