"""What `dazzle dev` says in the terminal besides what builds say."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread

from transformer.cli.console import paint, say
from transformer.development.front import Answer

_MENTIONED = 3


class DevReporter:
    """Tells in the terminal how the app is served."""

    def __init__(self, port: int) -> None:
        """Know the port, which people are told."""
        self._address = f"http://localhost:{port}/"
        self._is_served = False

    def tell_migrations(self, names: Sequence[str]) -> None:
        """Tell which migrations are applied."""
        rest = f" and {len(names) - _MENTIONED} more" if len(names) > _MENTIONED else ""
        say(f"{paint('good', '✓')} Migrating: {', '.join(names[:_MENTIONED])}{rest}")

    def tell_losses(self, losses: Sequence[str]) -> None:
        """Tell what migrations would delete."""
        for loss in losses:
            say(loss)

    def tell_choices(self, choices: Sequence[str]) -> None:
        """Ask for one of these answers."""
        say("Choose on an open page, or by a number and Enter here. The app goes on as it was.")
        for number, choice in enumerate(choices, 1):
            say(f"  {paint('command', str(number))}  {choice}")

    def tell_ready(self) -> None:
        """Tell that the app is served; where that is and how to end it only once."""
        if not self._is_served:
            say(f"{paint('good', '✓')} Serving {self._address} and watching the project.")
            say("  Open pages show each save by themselves. Ctrl-C ends it.")
        self._is_served = True

    def tell_failure(self, text: str) -> None:
        """Tell why the app can't be served."""
        say(text.rstrip())
        say(paint("error", "The app can't start. The next save tries again."))


def hear_answers(hear: Callable[[Answer], None]) -> None:
    """Listen, in a thread, for the number of a choice that somebody types."""

    def listen() -> None:
        # Read past Python's buffer, whose lock the thread would hold when the program ends.
        with suppress(OSError):
            while typed := os.read(sys.stdin.fileno(), 1024):
                if typed.strip().isdigit() and (number := int(typed)):
                    hear(Answer(number - 1))

    if sys.stdin and sys.stdin.isatty():
        if hasattr(signal, "SIGTTIN"):  # which stops whoever reads in the background
            signal.signal(signal.SIGTTIN, signal.SIG_IGN)
        Thread(target=listen, daemon=True).start()
