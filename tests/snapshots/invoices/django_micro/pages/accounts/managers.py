"""How accounts are made, whatever people sign in with."""

from django.contrib.auth import models


class UserManager(models.UserManager):
    # Migrations, which never change, would go by this module otherwise.
    use_in_migrations = False
