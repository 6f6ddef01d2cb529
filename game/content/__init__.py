"""Levels and the atlas: reading, checking and building a starting world."""
