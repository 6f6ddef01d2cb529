"""Which slot of a world's row is which figure, worked out once for a level."""
