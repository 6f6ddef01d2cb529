"""The screens of the game, one per step from title to debrief."""
