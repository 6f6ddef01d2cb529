"""Pages and schemas made from models and levels."""
