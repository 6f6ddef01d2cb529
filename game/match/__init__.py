"""A game in progress: seats, sealed turns, the record, forecasts and what-ifs."""
