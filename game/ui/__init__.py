"""The window: pygame-ce screens, widgets and the map."""

import os

# pygame greets on stdout when first imported; commands that print JSON must stay clean.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
