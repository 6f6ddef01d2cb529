"""From a level file to the engine's definitions."""
