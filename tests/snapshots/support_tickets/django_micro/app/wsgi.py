"""The application as a WSGI server such as gunicorn sees it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
# A server that imports this serves other people, so `.env` can't turn DEBUG on. Under
# runserver the settings are loaded by now, so this comes too late there.
os.environ.setdefault("DJANGO_ENV", "production")

application = get_wsgi_application()
