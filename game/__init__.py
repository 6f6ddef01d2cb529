"""Downstream: a teaching game about mineral diplomacy."""

__version__ = "0.1.0"
