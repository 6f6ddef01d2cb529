"""What a level file may hold, as models; and what a wrong shape means to its author."""
