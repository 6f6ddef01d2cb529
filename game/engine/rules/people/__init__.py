"""Rules of people and land: jobs, air, forest, anger, consent, residues."""
