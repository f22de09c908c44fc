"""`python -m transformer` is the command `dazzle`."""

from transformer.cli.main import main

if __name__ == "__main__":
    main()
