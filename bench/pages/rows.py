import datetime
import random

from core.models import Task
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore

chance = random.Random(3)
LETTERS = "abcdefghijklmnop"
WORDS = ["".join(chance.choices(LETTERS, k=chance.randint(3, 9))) for _ in range(3000)]


def write(count):
    return " ".join(chance.choices(WORDS, k=count))


def make():
    day = datetime.date(2026, 1, 1) + datetime.timedelta(days=chance.randint(0, 365))
    return Task(
        title=write(5),
        description=write(25),
        status=chance.choice(Task.Status.values),
        priority=chance.choice(Task.Priority.values),
        completed=chance.random() < 0.3,
        due_date=day if chance.random() < 0.9 else None,
    )


Task.objects.bulk_create((make() for _ in range(COUNT)), batch_size=500)  # noqa: F821
user = get_user_model().objects.create_superuser("measurer")
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(session.session_key)
