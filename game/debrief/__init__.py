"""Why it went as it did: claims found by re-running a game without a decision.

Nothing is said that a re-run of the game with the same luck does not show.
"""
