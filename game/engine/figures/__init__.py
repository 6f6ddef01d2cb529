"""The figures of a world, by what they belong to: unit, bounds, who sees them."""
