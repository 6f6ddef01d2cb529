"""What stands for each system of the casebook, and on which levels it moves an outcome."""
