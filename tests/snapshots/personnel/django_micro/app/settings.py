"""Settings, most of which `.env` or the environment can change; see README.md."""

import os
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

import dj_database_url
import django
from django.contrib.messages import constants as message_levels
from django.core.exceptions import ImproperlyConfigured

from . import environment
from .environment import BASE_DIR, read_flag, read_list

PLATFORM = environment.find_platform()
# Off unless `.env`, which manage.py makes on one's own machine, or the environment
# says otherwise.
DEBUG = environment.find_debug()
SECRET_KEY = environment.find_secret_key()

INSTALLED_APPS = [
    # First, so that its translations come before the admin's of the same words.
    "pages",
    "records",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Before staticfiles: runserver then serves static files as gunicorn does.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "records.tracking",
    "core",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "pages.security.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every page asks for a sign-in unless its view is marked login_not_required.
    "pages.accounts.resuming.SignInMiddleware",
    "records.actors.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "pages.timezones.TimezoneMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "app.urls"
WSGI_APPLICATION = "app.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Templates of your own, which come before those of the app.
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


# Data

DATA_DIR = environment.find_data_dir()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if DATABASE_URL := os.environ.get("DATABASE_URL"):
    DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
    # Behind a pooler, which lends a connection for one transaction, a cursor that the
    # server keeps is gone before all its rows are read.
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = read_flag(
        "DATABASE_POOLED", default=environment.is_pooled(DATABASE_URL, PLATFORM)
    )
elif PLATFORM in environment.FORGETFUL and not environment.is_command("collectstatic"):
    raise ImproperlyConfigured(
        f"{environment.FORGETFUL[PLATFORM]}, so SQLite can't work there. Set "
        "DATABASE_URL to the address of a PostgreSQL database."
    )
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "db.sqlite3",
        }
    }

# Every request of the development server is a thread of its own, which would leave
# its connection behind.
DATABASES["default"]["CONN_MAX_AGE"] = 0 if DEBUG else 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers and a writer don't wait for each other, and a writer waits its turn
    # instead of failing with "database is locked".
    journal = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
    place = Path(DATABASES["default"]["NAME"]).parent
    if PLATFORM == "PythonAnywhere" or environment.is_on_network_disk(place):
        # A write-ahead log needs memory that all processes share, which a disk that is
        # reached over a network doesn't give. A file may have one from elsewhere.
        journal = "PRAGMA journal_mode=DELETE;"
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            f"{journal}PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
        ),
    }


# Files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]

# Until collectstatic has run there is nothing to read once and for all.
WHITENOISE_AUTOREFRESH = DEBUG

MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"

# A file may have this many bytes, and a form this many files.
UPLOAD_LIMIT = environment.read_number("UPLOAD_LIMIT_MB", default=20) * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_HANDLERS = [
    "pages.uploads.LimitedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG and not environment.is_command("collectstatic")
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}


# Accounts

AUTH_USER_MODEL = "core.User"

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

ACCOUNT_BACKEND = "django.contrib.auth.backends.ModelBackend"
AUTHENTICATION_BACKENDS = [
    # Refuses whoever has failed too often, before a password is looked at.
    "axes.backends.AxesStandaloneBackend",
    # Says alone who may do what with the app's records, so before the next one.
    "records.permissions.RecordBackend",
    ACCOUNT_BACKEND,
]

# What people may do with records, by what they are: visitors aren't signed in, accounts
# are, and members are the accounts in the group of that name. Permissions that somebody
# is given in the admin come on top.
# Pages that need a sign-in ask for it first, whatever stands here for visitors.
RECORD_ACCESS = {
    "visitors": [],
    "accounts": [],
    "members": ["view", "add", "change", "delete"],
}

# What the form of the sign-in page calls it, whatever people sign in with.
AXES_USERNAME_FORM_FIELD = "username"
# Counted by address and name, so that nobody locks out others, or a whole office.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
# Counted by address alone, against whoever tries one password on many names.
AXES_HANDLER = "pages.accounts.throttling.Handler"
ADDRESS_FAILURE_LIMIT = 50
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "pages.accounts.throttling.refuse"
AXES_USERNAME_CALLABLE = "pages.accounts.throttling.find_name"
AXES_CLIENT_IP_CALLABLE = "pages.accounts.throttling.find_client_address"
# Failures are kept, without secrets; successes aren't.
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["username", "email", "password1", "password2", "typed"]
AXES_VERBOSE = False

# A link to set a new password works for a day; its mail says so too.
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24


# Mail

MAIL_OPTIONS = environment.find_mail_options()
MAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if MAIL_OPTIONS
    else "django.core.mail.backends.console.EmailBackend"
)
if django.VERSION >= (6, 1):
    MAILERS = {"default": {"BACKEND": MAIL_BACKEND, "OPTIONS": MAIL_OPTIONS or {}}}
else:
    EMAIL_BACKEND = MAIL_BACKEND
    if MAIL_OPTIONS:
        EMAIL_HOST = MAIL_OPTIONS["host"]
        EMAIL_PORT = MAIL_OPTIONS["port"]
        EMAIL_HOST_USER = MAIL_OPTIONS["username"]
        EMAIL_HOST_PASSWORD = MAIL_OPTIONS["password"]
        EMAIL_USE_TLS = MAIL_OPTIONS["use_tls"]
        EMAIL_USE_SSL = MAIL_OPTIONS["use_ssl"]
        EMAIL_TIMEOUT = MAIL_OPTIONS["timeout"]
# Links to set a password don't belong into a log, but for one's own.
SENDS_MAIL = DEBUG or MAIL_OPTIONS is not None
# E001 asks for a server, without which the app sends no mail, and its pages say so.
SILENCED_SYSTEM_CHECKS = ["mail.E001"]
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or "webmaster@localhost"


# Hosts and HTTPS

HOSTS = environment.find_hosts()
ALLOWED_HOSTS = [*HOSTS]
if DEBUG:
    ALLOWED_HOSTS += [".localhost", "127.0.0.1", "[::1]"]
if PLATFORM == "Railway":
    # The name under which Railway asks for /healthz.
    ALLOWED_HOSTS.append("healthcheck.railway.app")

CSRF_TRUSTED_ORIGINS = [
    *environment.list_origins(HOSTS),
    *read_list("CSRF_TRUSTED_ORIGINS"),
]

# The header in which a proxy says who asks.
CLIENT_ADDRESS_HEADER = None
if PLATFORM or read_flag("BEHIND_PROXY", default=False):
    # Only where a proxy overwrites these headers may they be believed.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    CLIENT_ADDRESS_HEADER = environment.find_address_header(PLATFORM)

# HTTPS=False is for plain HTTP in a network of one's own.
if read_flag("HTTPS", default=not DEBUG):
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 30
    # W005 and W021 ask to speak for every subdomain and for browsers' preload lists:
    # promises that only the owner of the domain can make.
    SILENCED_SYSTEM_CHECKS += ["security.W005", "security.W021"]


# What browsers may load and run: nothing but files of this app, and no scripts and
# styles inside pages. Django 6.0 has a setting of this name and form;
# pages/security.py heeds it under every Django, but for nonces.
SECURE_CSP = {
    "default-src": ["'self'"],
    # Bootstrap's small pictures are part of its style sheet.
    "img-src": ["'self'", "data:"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}


# Language, time and what people and operators get to read

LANGUAGE_CODE = os.environ.get("LANGUAGE_CODE") or "en"
TIME_ZONE = os.environ.get("TIME_ZONE") or "UTC"
USE_TZ = True

# Bootstrap calls an error "danger".
MESSAGE_TAGS = {message_levels.ERROR: "danger", message_levels.DEBUG: "secondary"}

if not DEBUG:
    LOGGING = {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"console": {"class": "logging.StreamHandler"}},
        "root": {"handlers": ["console"], "level": "INFO"},
    }


# Settings of your own stand there, and no build touches them.
if find_spec("app.own_settings"):
    from .own_settings import *  # noqa: F403
