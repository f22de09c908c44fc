"""Addresses for accounts that had none, where people come to sign in with theirs."""

from django.conf import settings

# Nothing is ever sent there: RFC 2606 keeps the name for that.
DOMAIN = "example.invalid"


def give_emails(apps, schema_editor):
    """Give each account an address that no other has; its password stays as it is.

    A migration calls it before it drops the names that people have signed in with.
    """
    model = apps.get_model(settings.AUTH_USER_MODEL)
    accounts = model._base_manager.using(schema_editor.connection.alias)
    taken = set()
    for account in accounts.order_by("date_joined"):
        email = account.email
        if not email or email in taken:
            email = choose_email(account.username, taken)
            accounts.filter(pk=account.pk).update(email=email)
            print(f"\n    {account.username} signs in as {email} from now on", end="")
        taken.add(email)


def choose_email(username, taken):
    """Return an address made of a name, which may be one itself."""
    if "@" in username and username not in taken:
        return username
    return f"{username.replace('@', '.')}@{DOMAIN}"
