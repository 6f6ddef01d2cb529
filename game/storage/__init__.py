"""Files of the player: records, saves and settings, written without loss."""
