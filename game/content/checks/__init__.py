"""Every problem of level files, each at its place with a remedy."""
