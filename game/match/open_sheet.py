"""The sheet of the open turn: orders given and withdrawn, with undo and redo."""

from dataclasses import dataclass

from game.engine.orders import Order, Sheet


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to a sheet: an order given, or an equal one withdrawn."""

    order: Order
    withdrawn: bool = False


class OpenSheet:
    """Orders of one seat that may still be revised.

    An order on a lever and target that already has one takes its place.
    """

    __slots__ = ("_orders", "_redo", "_undo", "seat", "turn")

    def __init__(self, seat: str, turn: int) -> None:
        self.seat = seat
        self.turn = turn
        self._orders: list[Order] = []
        self._undo: list[tuple[Step, Step]] = []
        self._redo: list[Step] = []

    @property
    def sheet(self) -> Sheet:
        """The sheet as it stands."""
        return Sheet(self.seat, self.turn, tuple(self._orders))

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether something taken back can be done again."""
        return bool(self._redo)

    def with_order(self, order: Order) -> Sheet:
        """Return the sheet as it would be with an order; nothing is changed."""
        place = self._place(order)
        orders = list(self._orders)
        if place < 0:
            orders.append(order)
        else:
            orders[place] = order
        return Sheet(self.seat, self.turn, tuple(orders))

    def do(self, step: Step) -> None:
        """Carry out a step; what was undone before can no longer be redone.

        Raises:
            ValueError: An order is withdrawn that is not on the sheet.
        """
        self._undo.append((step, self._apply(step)))
        self._redo.clear()

    def undo(self) -> Step | None:
        """Take the last step back. Returns the step that did so, None when there is none."""
        if not self._undo:
            return None
        step, back = self._undo.pop()
        self._apply(back)
        self._redo.append(step)
        return back

    def redo(self) -> Step | None:
        """Do again what was taken back last. Returns the step, None when there is none."""
        if not self._redo:
            return None
        step = self._redo.pop()
        self._undo.append((step, self._apply(step)))
        return step

    def settle(self) -> None:
        """Forget the way the sheet came about, so that undo takes away its last order."""
        self._undo = [(Step(order), Step(order, True)) for order in self._orders]
        self._redo.clear()

    def _apply(self, step: Step) -> Step:
        """Change the sheet and return the step that takes the change back."""
        if step.withdrawn:
            self._orders.remove(step.order)
            return Step(step.order)
        place = self._place(step.order)
        if place < 0:
            self._orders.append(step.order)
            return Step(step.order, True)
        before = self._orders[place]
        self._orders[place] = step.order
        return Step(before)

    def _place(self, order: Order) -> int:
        for place, other in enumerate(self._orders):
            if (other.lever, other.target) == (order.lever, order.target):
                return place
        return -1
