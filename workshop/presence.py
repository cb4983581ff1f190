"""Who is in the room now: the connections of each seat, and when to tell the desk of them."""

from collections import Counter
from collections.abc import Iterable


class Presence:
    """The phones that are connected, by workshop and department.

    Somebody with two tabs is one person. It lives as long as the process: whoever is connected
    after a restart has entered again.
    """

    def __init__(self) -> None:
        self._seats: dict[str, tuple[int, int, str]] = {}

    def came(self, connection: str, workshop_id: int, department_id: int, token: str) -> None:
        """This connection now sits in the workshop."""
        self._seats[connection] = workshop_id, department_id, token

    def left(self, connection: str) -> int | None:
        """The workshop that this connection has left; None when it sat in none."""
        seat = self._seats.pop(connection, None)
        return None if seat is None else seat[0]

    def here(self, workshop_id: int) -> list[tuple[int, int]]:
        """How many people of each department are in the workshop now."""
        return _counted(seat for seat in self._seats.values() if seat[0] == workshop_id)


def _counted(seats: Iterable[tuple[int, int, str]]) -> list[tuple[int, int]]:
    people = {(department_id, token) for _, department_id, token in seats}
    return sorted(Counter(department_id for department_id, _ in people).items())
