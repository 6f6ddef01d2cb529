"""What playing a level shows about it: the play-through, baselines, slips and remedies."""
