"""What each screen shows, as plain data; never imports pygame."""
