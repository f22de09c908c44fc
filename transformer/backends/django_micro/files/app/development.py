"""What `manage.py` does on somebody's own machine before the settings are read."""

import os
import secrets
import sys

from .environment import ENV_FILE, find_platform, is_command, is_served, read_flag


def prepare():
    """Make `.env` where nothing is set yet, so that DEBUG is on in development.

    Only `manage.py` does so, which people run. What a server imports makes no file, and
    so gets no DEBUG that nobody asked for.
    """
    if is_served() or find_platform() or is_command("collectstatic"):
        # Images of containers are built by collectstatic.
        return
    says_debug = bool(os.environ.get("DEBUG", "").strip())
    if not os.environ.get("SECRET_KEY", "").strip():
        if read_flag("DEBUG", default=True):
            key = {"SECRET_KEY": secrets.token_urlsafe(50)}
            add_to_env_file(key if says_debug else {**key, "DEBUG": "True"})
    elif not (says_debug or os.environ.get("RUN_MAIN")):
        # Under RUN_MAIN, runserver has said so already and started itself once more.
        print(
            "DEBUG is off, because nothing says that it is on. For development, "
            f"add the line DEBUG=True to {ENV_FILE}; on a server, DEBUG=False.",
            file=sys.stderr,
        )


def add_to_env_file(variables):
    """Set variables, and keep them: another key tomorrow would sign everybody out."""
    lines = [f"{name}={value}\n" for name, value in variables.items()]
    try:
        # Nobody but the owner may read the file.
        descriptor = os.open(ENV_FILE, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with open(descriptor, "a", encoding="utf-8") as file:
            ENV_FILE.chmod(0o600)
            # The last line may lack its end.
            file.writelines(["\n" if file.tell() else "", *lines])
    except OSError as error:
        sys.exit(
            f"SECRET_KEY is not set and could not be kept in {ENV_FILE} "
            f"({error.strerror}). Set SECRET_KEY in the environment."
        )
    os.environ.update(variables)
