"""Extreme conditions and invariants: what must hold however absurd a world is."""
