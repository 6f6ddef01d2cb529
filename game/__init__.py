"""Downstream: a teaching game about mineral diplomacy."""
