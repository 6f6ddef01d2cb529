"""Rules of plants: who builds them, what they learn, need, share and make."""
