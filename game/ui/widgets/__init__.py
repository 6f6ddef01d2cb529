"""Parts that several screens draw: buttons, charts, tables and panels."""
