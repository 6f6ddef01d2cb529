"""Rules of the state: bans and duties, money in and out, savings."""
