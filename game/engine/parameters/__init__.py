"""Every constant of the rules, with its range, unit and source."""
