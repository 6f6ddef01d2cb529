"""Quantities with units, and where each number comes from."""
