"""Measuring the model: simulation, checks against history, and speed."""
