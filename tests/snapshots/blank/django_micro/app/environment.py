"""What the settings learn from their surroundings: variables, `.env`, the platform."""

import os
import secrets
import sys
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from dotenv import load_dotenv

BASE_DIR = Path(__file__).resolve().parent.parent
ENV_FILE = BASE_DIR / ".env"

# Variables that a platform sets on its machines, and by which it is known.
PLATFORMS = {
    "DYNO": "Heroku",
    "VERCEL": "Vercel",
    "RAILWAY_ENVIRONMENT": "Railway",
    "RAILWAY_ENVIRONMENT_NAME": "Railway",
    "RAILWAY_PROJECT_ID": "Railway",
    "RENDER": "Render",
    "FLY_APP_NAME": "Fly",
    "PYTHONANYWHERE_DOMAIN": "PythonAnywhere",
}

# Variables in which a platform says under what name the app is reached.
HOST_VARIABLES = [
    "HEROKU_APP_DEFAULT_DOMAIN_NAME",
    "VERCEL_URL",
    "VERCEL_BRANCH_URL",
    "VERCEL_PROJECT_PRODUCTION_URL",
    "RAILWAY_PUBLIC_DOMAIN",
    "RENDER_EXTERNAL_HOSTNAME",
]

# Headers in which platforms say who asks, where it isn't X-Forwarded-For.
ADDRESS_HEADERS = {
    "Railway": "HTTP_X_REAL_IP",
    "Render": "HTTP_CF_CONNECTING_IP",
    "Fly": "HTTP_FLY_CLIENT_IP",
    "PythonAnywhere": "HTTP_X_REAL_IP",
}

# Ways to reach a mail server, and their usual ports.
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}

# A variable that is set already wins over the file.
load_dotenv(ENV_FILE)


def read_flag(name, default):
    """Return whether a variable says yes; an empty one says nothing."""
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "1", "true", "yes", "on", "0", "false", "no", "off"}:
        return value in {"1", "true", "yes", "on"} if value else default
    raise ImproperlyConfigured(f"{name} is {value!r}; it has to be True or False.")


def read_list(name):
    """Return the parts of a variable that stand between commas."""
    parts = os.environ.get(name, "").split(",")
    return [part.strip() for part in parts if part.strip()]


def is_command(name):
    """Tell whether `manage.py name` is running."""
    return sys.argv[1:2] == [name]


def find_platform():
    """Return the name of the hosting platform, or None on a machine of one's own."""
    return next((PLATFORMS[name] for name in PLATFORMS if os.environ.get(name)), None)


def in_development():
    """Tell whether this looks like somebody's own machine, when DEBUG doesn't say."""
    served = os.environ.get("DJANGO_ENV") == "production"
    return not (served or find_platform() or is_command("collectstatic"))


def find_secret_key(debug):
    """Return SECRET_KEY; in development one is made on the first start."""
    if key := os.environ.get("SECRET_KEY", "").strip():
        return key
    if is_command("collectstatic"):
        # Building static files signs nothing, and a build has no secrets to give.
        return secrets.token_urlsafe(50)
    if debug:
        return make_secret_key()
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Put a long random text into the environment or into "
        f"{ENV_FILE}, as SECRET_KEY=…; this command prints one: "
        'python -c "import secrets; print(secrets.token_urlsafe(50))"'
    )


def make_secret_key():
    """Make a key and keep it in `.env`, so that a restart signs nobody out."""
    key = secrets.token_urlsafe(50)
    try:
        # Nobody but the owner may read the file.
        descriptor = os.open(ENV_FILE, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with open(descriptor, "a", encoding="utf-8") as file:
            ENV_FILE.chmod(0o600)
            # The last line may lack its end.
            gap = "\n" if file.tell() else ""
            file.write(f"{gap}SECRET_KEY={key}\n")
    except OSError as error:
        raise ImproperlyConfigured(
            f"SECRET_KEY is not set and could not be kept in {ENV_FILE} "
            f"({error.strerror}). Set SECRET_KEY in the environment."
        ) from error
    # The server that reloads on changes starts a second process, which reads this.
    os.environ["SECRET_KEY"] = key
    return key


def find_hosts():
    """Return the names under which the app is reached from outside."""
    hosts = read_list("ALLOWED_HOSTS")
    hosts += [os.environ[name] for name in HOST_VARIABLES if os.environ.get(name)]
    if os.environ.get("FLY_APP_NAME"):
        hosts.append(f"{os.environ['FLY_APP_NAME']}.fly.dev")
    return hosts


def list_origins(hosts):
    """Return the HTTPS origins of hosts; a leading dot stands for all subdomains."""
    for host in hosts:
        if host.startswith("."):
            yield f"https://*{host}"
        if host != "*":
            yield f"https://{host.removeprefix('.')}"


def find_data_dir():
    """Return the folder for what has to outlive a deployment."""
    volume = os.environ.get("DATA_DIR") or os.environ.get("RAILWAY_VOLUME_MOUNT_PATH")
    return Path(volume) if volume else BASE_DIR


def find_address_header(platform):
    """Return the header in which the proxy says who asks."""
    return ADDRESS_HEADERS.get(platform, "HTTP_X_FORWARDED_FOR")


class MailServer(NamedTuple):
    """Where mail is handed over, and how."""

    scheme: str
    host: str
    port: int
    user: str
    password: str


def find_mail_server():
    """Return the server that EMAIL_URL names, or None without one."""
    if not (address := os.environ.get("EMAIL_URL", "").strip()):
        return None
    try:
        parts = urlsplit(address)
        port = parts.port or MAIL_PORTS[parts.scheme]
    except (KeyError, ValueError):
        parts = port = None
    if not (parts and parts.hostname):
        # The address itself is not shown, for there is a password in it.
        raise ImproperlyConfigured(
            "EMAIL_URL has to be like smtp+tls://name:password@host:587, with smtp, "
            "smtp+tls or smtps at its start. Characters such as @ or / in the "
            "password are written as %40 and %2F."
        )
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.scheme, parts.hostname, port, user, password)
