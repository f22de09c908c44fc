"""What open pages are to show: which state of the app, and what is wrong."""

from dataclasses import dataclass, replace
from threading import Condition


@dataclass(frozen=True, slots=True)
class Status:
    """A state of the app, by number, and the report that lies over its pages."""

    state: int = 0
    heading: str = ""
    report: str = ""
    choices: tuple[str, ...] = ()
    """What people can answer, if something is asked."""


class Board:
    """The status, which threads can wait to change."""

    def __init__(self) -> None:
        """Begin with nothing to show."""
        self._status = Status()
        self._changed = Condition()

    @property
    def status(self) -> Status:
        """The status as it is now."""
        return self._status

    def report(self, heading: str = "", report: str = "", choices: tuple[str, ...] = ()) -> None:
        """Lay a report over all pages; without one, take it away."""
        self._set(replace(self._status, heading=heading, report=report, choices=choices))

    def renew(self) -> None:
        """Let all pages be loaded anew."""
        self._set(replace(self._status, state=self._status.state + 1))

    def _set(self, status: Status) -> None:
        if status == self._status:
            return
        with self._changed:
            self._status = status
            self._changed.notify_all()

    def wait(self, known: Status | None, seconds: float) -> Status:
        """Wait until the status is another than the known one, or until the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._status != known, seconds)
            return self._status
