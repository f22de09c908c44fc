"""What the settings learn from their surroundings: variables, `.env`, the platform."""

import os
import secrets
import sys
from pathlib import Path
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

# Platforms on which a SQLite file doesn't last.
FORGETFUL = {
    "Heroku": "Heroku deletes files at every restart",
    "Vercel": "Vercel keeps no files",
}

# What the address of a connection pooler has in it: Neon's, Supabase's, PgBouncer's
# usual ports.
POOLERS = ("-pooler.", ".pooler.", ":6432/", ":6543/")

# File systems that lie on another machine, as Linux calls them.
NETWORK_DISKS = {"9p", "afs", "ceph", "cifs", "lustre", "nfs", "nfs4", "smb3"}
NETWORK_DISKS |= {"fuse.glusterfs", "fuse.s3fs", "fuse.sshfs"}

# A variable that is set already wins over the file.
KNOWN_BEFORE = frozenset(os.environ)
load_dotenv(ENV_FILE)


def read_flag(name, default):
    """Return whether a variable says yes; an empty one says nothing."""
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "1", "true", "yes", "on", "0", "false", "no", "off"}:
        return value in {"1", "true", "yes", "on"} if value else default
    raise ImproperlyConfigured(f"{name} is {value!r}; it has to be True or False.")


def read_number(name, default):
    """Return the whole number that a variable holds."""
    value = os.environ.get(name, "").strip()
    if value and not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}; it has to be a whole number.")
    return int(value) if value else default


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


def is_served():
    """Tell whether a server runs this for other people.

    gunicorn.conf.py and app/wsgi.py say so. A WSGI file of one's own is known by what
    it imports before the settings; runserver does so after them, and tests beside.
    """
    said = os.environ.get("DJANGO_ENV") == "production"
    imported = "django.core.wsgi" in sys.modules and "django.test" not in sys.modules
    return said or imported


def find_debug():
    """Return whether DEBUG is on: only where `.env` or the environment says so."""
    debug = read_flag("DEBUG", default=False)
    others_see_it = is_served() or find_platform()
    if debug and others_see_it and "DEBUG" not in KNOWN_BEFORE:
        raise ImproperlyConfigured(
            f"{ENV_FILE} says DEBUG=True, which is for development, and this is a "
            "server. Write DEBUG=False there, and the app's host into ALLOWED_HOSTS."
        )
    return debug


def find_secret_key():
    """Return SECRET_KEY, without which nothing can be signed."""
    if key := os.environ.get("SECRET_KEY", "").strip():
        return key
    if is_command("collectstatic"):
        # Building static files signs nothing, and a build has no secrets to give.
        return secrets.token_urlsafe(50)
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Put a long random text into the environment or into "
        f"{ENV_FILE}, as SECRET_KEY=…; this command prints one: "
        'python -c "import secrets; print(secrets.token_urlsafe(50))"'
    )


def is_pooled(address, platform):
    """Tell whether the address of a database looks like that of a connection pooler."""
    return platform == "Vercel" or any(mark in address for mark in POOLERS)


def is_on_network_disk(folder):
    """Tell whether a folder lies on another machine, as far as Linux says so."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    kinds = {Path(place): kind for _, place, kind, *_ in map(str.split, lines)}
    folder = folder.resolve()
    places = (place for place in (folder, *folder.parents) if place in kinds)
    return kinds.get(next(places, None)) in NETWORK_DISKS


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


def find_mail_options():
    """Return how to reach the server that EMAIL_URL names, or None without one."""
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
    return {
        "host": parts.hostname,
        "port": port,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+tls",
        "use_ssl": parts.scheme == "smtps",
        "timeout": 10,
    }
