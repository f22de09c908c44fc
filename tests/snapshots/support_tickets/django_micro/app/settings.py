"""Settings, most of which `.env` or the environment can change; see README.md."""

import os
from datetime import timedelta

import dj_database_url
from django.contrib.messages import constants as message_levels
from django.core.exceptions import ImproperlyConfigured

from . import environment
from .environment import BASE_DIR, read_flag, read_list

PLATFORM = environment.find_platform()
DEBUG = read_flag("DEBUG", default=environment.in_development())
SECRET_KEY = environment.find_secret_key(DEBUG)

# Tests run as in production but for HTTPS and hashed static files, which need a
# certificate and collectstatic.
IN_PRODUCTION = not DEBUG and not environment.is_command("test")

INSTALLED_APPS = [
    # First, so that its translations come before the admin's of the same words.
    "pages",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Before staticfiles: runserver then serves static files as gunicorn does.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
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
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
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
elif PLATFORM == "Vercel" and not environment.is_command("collectstatic"):
    raise ImproperlyConfigured(
        "Vercel keeps no files, so SQLite can't work there. Set DATABASE_URL to the "
        "address of a PostgreSQL database."
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
    pragmas = [
        "PRAGMA journal_mode=WAL;",
        "PRAGMA synchronous=NORMAL;",
        "PRAGMA temp_store=MEMORY;",
        "PRAGMA journal_size_limit=67108864;",
    ]
    if PLATFORM == "PythonAnywhere":
        # Its disks are reached over a network, where a write-ahead log is unsafe, and
        # so is syncing less often without one.
        pragmas = pragmas[2:]
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "".join(pragmas),
    }


# Files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]

# Until collectstatic has run there is nothing to read once and for all.
WHITENOISE_AUTOREFRESH = not IN_PRODUCTION

MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if IN_PRODUCTION
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}


# Accounts

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
    "pages.permissions.RecordBackend",
    ACCOUNT_BACKEND,
]

# What people may do with records, by what they are: visitors aren't signed in, accounts
# are, and members are the accounts in the group of that name. Permissions that somebody
# is given in the admin come on top.
RECORD_ACCESS = {
    "visitors": [],
    "accounts": [],
    "members": ["view", "add", "change", "delete"],
}

# Counted by address and name, so that nobody locks out others, or a whole office.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "pages.accounts.throttling.refuse"
AXES_CLIENT_IP_CALLABLE = "pages.accounts.throttling.find_client_address"
# Failures are kept, without secrets; successes aren't.
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["username", "email", "password1", "password2"]
AXES_VERBOSE = False

# A link to set a new password works for a day; its mail says so too.
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24


# Mail

if mail_server := environment.find_mail_server():
    EMAIL_HOST = mail_server.host
    EMAIL_PORT = mail_server.port
    EMAIL_HOST_USER = mail_server.user
    EMAIL_HOST_PASSWORD = mail_server.password
    EMAIL_USE_TLS = mail_server.scheme == "smtp+tls"
    EMAIL_USE_SSL = mail_server.scheme == "smtps"
    EMAIL_TIMEOUT = 10
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# Links to set a password don't belong into a log, but for one's own.
SENDS_MAIL = DEBUG or mail_server is not None
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or "webmaster@localhost"


# Hosts and HTTPS

HOSTS = environment.find_hosts()
ALLOWED_HOSTS = [".localhost", "127.0.0.1", "[::1]", *HOSTS]
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
if read_flag("HTTPS", default=IN_PRODUCTION):
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 30
    # W005 and W021 ask to speak for every subdomain and for browsers' preload lists:
    # promises that only the owner of the domain can make.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]


# Language, time and what people and operators get to read

LANGUAGE_CODE = os.environ.get("LANGUAGE_CODE") or "en"
if environment.is_command("test"):
    LANGUAGE_CODE = "en"  # the tests quote what pages say
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
