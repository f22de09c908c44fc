"""`python -m transformer` is the command `dazzle`."""

import _thread
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def main() -> None:
    """Run the command; who presses Ctrl-C while it is being imported sees no traceback."""
    sys.unraisablehook = repeat_interrupt
    try:
        if sys.argv[1:] == ["build"]:
            from transformer.cli.unchanged import tell_unchanged

            if tell_unchanged():
                return
        from transformer.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


def repeat_interrupt(ignored: "UnraisableHookArgs") -> None:
    """Repeat a Ctrl-C that Python could only ignore, as it does while an import frees its lock."""
    if ignored.exc_type is KeyboardInterrupt:
        _thread.start_new_thread(_interrupt_soon, (_thread.get_ident(),))
    else:
        sys.__unraisablehook__(ignored)


def _interrupt_soon(thread: int) -> None:
    import signal

    time.sleep(0.01)
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(thread, signal.SIGINT)  # which wakes a thread that waits, too
    else:
        _thread.interrupt_main()


if __name__ == "__main__":
    main()
