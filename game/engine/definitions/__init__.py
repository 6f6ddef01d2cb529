"""What a level fixes before the first turn.

Definitions are read by the rules and never change during a match. A world holds ids and whole
numbers only, so that it can be encoded, compared and replayed. Content builds these objects from
YAML; nothing here names a country or a mineral.
"""
