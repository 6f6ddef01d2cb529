"""Which part of the region a rectangle of pixels shows: fitting, zooming and panning, clamped."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.ui.map_geometry import Bounds, Point

LARGEST_ZOOM = 6.0
FOCUS_FILL = 0.62
# The governed state sits below the middle: most partners are north of it.
FOCUS_HEIGHT = 0.66
WIDE_FILL, WIDE_HEIGHT = 0.98, 0.5
SMALLEST_FOCUS_UNITS = 0.24


@dataclass(frozen=True, slots=True)
class Camera:
    """A view of the region: `left`, `top` in units at pixel (0, 0), `scale` in pixels per unit.

    `region_height` (units) is the limit downwards; the region is 1 unit wide.
    """

    size: tuple[int, int]
    left: float
    top: float
    scale: float
    region_height: float

    def to_pixel(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    def to_unit(self, pixel: Point) -> Point:
        return pixel[0] / self.scale + self.left, pixel[1] / self.scale + self.top

    @property
    def smallest_scale(self) -> float:
        """Pixels per unit at which the region just covers the rectangle."""
        return max(self.size[0], self.size[1] / self.region_height)

    @property
    def bounds(self) -> Bounds:
        """The visible part of the region, in units."""
        right, bottom = self.to_unit((self.size[0], self.size[1]))
        return Bounds(self.left, self.top, right, bottom)

    def clamped(self) -> Camera:
        """The nearest camera that shows nothing outside the region."""
        low = self.smallest_scale
        scale = min(max(self.scale, low), low * LARGEST_ZOOM)
        left = min(max(self.left, 0.0), max(0.0, 1.0 - self.size[0] / scale))
        top = min(max(self.top, 0.0), max(0.0, self.region_height - self.size[1] / scale))
        return replace(self, left=left, top=top, scale=scale)

    def zoomed(self, factor: float, about: Point | None = None) -> Camera:
        """The camera `factor` times closer, with the pixel `about` (default: middle) unmoved."""
        pixel = about or (self.size[0] / 2, self.size[1] / 2)
        low = self.smallest_scale
        scale = min(max(self.scale * factor, low), low * LARGEST_ZOOM)
        anchor = self.to_unit(pixel)
        left, top = anchor[0] - pixel[0] / scale, anchor[1] - pixel[1] / scale
        return replace(self, left=left, top=top, scale=scale).clamped()

    def panned(self, dx: float, dy: float) -> Camera:
        """The camera after the map was dragged by some pixels."""
        return replace(
            self, left=self.left - dx / self.scale, top=self.top - dy / self.scale
        ).clamped()


def fit_camera(
    size: tuple[int, int],
    focus: Bounds | None,
    region_height: float,
    *,
    fill: float = FOCUS_FILL,
    height_share: float = FOCUS_HEIGHT,
) -> Camera:
    """Return the camera that shows `focus` large and whole in a rectangle of `size` pixels.

    `fill` is the share of the rectangle the focus may take, `height_share` where its middle sits
    from the top.  Without a focus the whole width or height of the region is shown.
    """
    width, height = max(1, size[0]), max(1, size[1])
    if focus is None:
        return Camera((width, height), 0.0, 0.0, 0.0, region_height).clamped()
    scale = min(
        width * fill / max(focus.width, SMALLEST_FOCUS_UNITS),
        height * fill / max(focus.height, SMALLEST_FOCUS_UNITS / 2),
    )
    start = Camera((width, height), 0.0, 0.0, scale, region_height).clamped()
    middle_x, middle_y = (focus.left + focus.right) / 2, (focus.top + focus.bottom) / 2
    left = middle_x - width / 2 / start.scale
    top = middle_y - height * height_share / start.scale
    return replace(start, left=left, top=top).clamped()
