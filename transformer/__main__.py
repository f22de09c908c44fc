"""`python -m transformer` is the command `dazzle`."""

import sys


def main() -> None:
    """Run the command; who presses Ctrl-C while it is being imported sees no traceback."""
    try:
        if sys.argv[1:] == ["build"]:
            from transformer.cli.unchanged import tell_unchanged

            if tell_unchanged():
                return
        from transformer.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
