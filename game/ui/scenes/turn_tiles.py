"""Tiles of the dashboard from their model."""

from __future__ import annotations

from game.ui.models.turn_dashboard import Tile
from game.ui.widgets.tiles import TileData


def tile_data(tile: Tile, *, brief: bool, lit: bool, note: str = "") -> TileData:
    """What a tile of the bar shows; `brief` for narrow windows."""
    return TileData(
        label=tile.short if brief else tile.name,
        value=tile.brief_value if brief else tile.value,
        delta=tile.brief_change if brief else tile.change,
        direction=tile.direction,
        good_up=tile.good_up,
        icon=tile.icon,
        share=tile.share,
        history=tile.history,
        note=note,
        lit=lit,
    )
