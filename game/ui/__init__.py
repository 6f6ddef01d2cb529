"""The window: scenes and widgets drawn with pygame-ce."""
