"""Computer players: each turns what a seat can see into an order sheet."""
