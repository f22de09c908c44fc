"""How accounts are made, whatever people sign in with."""

from asgiref.sync import sync_to_async
from django.contrib.auth import models
from django.db.models.functions import Lower


class UserManager(models.UserManager):
    # Migrations, which never change, would go by this module otherwise.
    use_in_migrations = False

    @classmethod
    def normalize_email(cls, email):
        # Mailboxes don't tell capitals apart, and no two accounts may have the same.
        return super().normalize_email(email).lower()

    def get_by_natural_key(self, email):
        """Find an account by its address, which may have capitals from elsewhere."""
        exact = self.filter(email=email)
        lower = self.alias(lower=Lower("email")).filter(lower=email.lower())
        alike = list(exact or lower[:2])
        if len(alike) != 1:
            raise self.model.DoesNotExist
        return alike[0]

    async def aget_by_natural_key(self, email):
        return await sync_to_async(self.get_by_natural_key)(email)

    def create_user(self, email, password=None, **values):
        user = self.model(email=self.normalize_email(email), **values)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **values):
        rights = {"is_active": True, "is_staff": True, "is_superuser": True}
        return self.create_user(email, password, **values | rights)

    async def acreate_user(self, email, password=None, **values):
        return await sync_to_async(self.create_user)(email, password, **values)

    async def acreate_superuser(self, email, password=None, **values):
        return await sync_to_async(self.create_superuser)(email, password, **values)
