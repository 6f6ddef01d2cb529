"""How fast the rules are: the bench, its yardstick, the largest world, the compiled build."""
