"""Signing up as somebody else: with their address, spelt otherwise.

`python -m tests.attempts.sign_up` in the app's folder prints as a JSON object which spellings made
an account, what was said of the others, and whether the owner of the address still gets in.
"""

import json
import sys
from typing import Any

from tests.micro.walk import prepare_django

OWNER = "anna.skk@example.com"
PASSWORD = "correct horse battery"
SPELLINGS = {
    "the same": OWNER,
    "capitals": OWNER.upper(),
    "capitals of the host": "anna.skk@Example.COM",
    "spaces": f"  {OWNER} ",
    "no-break spaces": f"\u00a0{OWNER}\u2003",
    "a space of no width": "anna.skk\u200b@example.com",
    "a mark of direction": "\u202eanna.skk@example.com",
    "a soft hyphen": "anna\u00ad.skk@example.com",
    "a long s": "anna.\u017fkk@example.com",
    "the sign for kelvin": "anna.s\u212ak@example.com",
    "wide letters": "anna.skk@\uff45xample.com",
    "a wide dot": "anna.skk@example\u3002com",
    "wide letters before the host": "\uff41nna.skk@example.com",
    "a final dot": "anna.skk@example.com.",
    "a name before it": f"Anna <{OWNER}>",
    "a second line": f"{OWNER}\nbcc: eve@example.com",
    "a zero": f"{OWNER}\0",
    "two addresses": f"{OWNER},eve@example.com",
}
OTHERS = {"somebody else": "eve@example.com", "somebody elsewhere": "anna.skk@example.org"}


def sign_up(email: str) -> dict[str, Any]:
    """Sign up with an address, and take it back."""
    from django.contrib.auth import get_user_model
    from django.db import transaction
    from django.test import Client

    accounts = get_user_model().objects
    client = Client(HTTP_HOST="localhost", raise_request_exception=False)
    data = {"email": email, "name": "Eve", "role": "hr", "is_superuser": "on"}
    data |= {"password1": PASSWORD, "password2": PASSWORD}
    with transaction.atomic():
        status = client.post("/sign-up/", data).status_code
        made = list(accounts.filter(name="Eve").values_list("email", "role", "is_superuser"))
        found = {"status": status, "made": made, "owner": get_in(OWNER)}
        transaction.set_rollback(True)
    return found


def get_in(email: str) -> bool:
    """Whether somebody gets in with an address and the owner's password."""
    from django.test import Client

    client = Client(HTTP_HOST="localhost", raise_request_exception=False)
    answer = client.post("/sign-in/", {"username": email, "password": f"{PASSWORD} staple"})
    return bool(answer.status_code == 302)


def change(email: str) -> list[str]:
    """What address somebody has who tries to change theirs into one."""
    from django.contrib.auth import get_user_model
    from django.db import transaction
    from django.test import Client

    accounts = get_user_model().objects
    with transaction.atomic():
        eve = accounts.create_superuser("eve2@example.com", name="Eve")
        client = Client(HTTP_HOST="localhost", raise_request_exception=False)
        client.force_login(eve)
        client.post("/account/", {"email": email, "name": "Eve"})
        found = list(accounts.filter(pk=eve.pk).values_list("email", flat=True))
        transaction.set_rollback(True)
    return found


def main() -> None:
    prepare_django()
    from django.contrib.auth import get_user_model

    owner = get_user_model().objects.create_superuser(OWNER, f"{PASSWORD} staple", name="Anna")
    spellings = {**SPELLINGS, **OTHERS}
    found: dict[str, Any] = {name: sign_up(email) for name, email in spellings.items()}
    changed = {name: change(email) for name, email in spellings.items()}
    # An address may have capitals that it got elsewhere.
    get_user_model().objects.filter(pk=owner.pk).update(email=OWNER.title())
    old = {name: sign_up(email) for name, email in spellings.items()}
    json.dump({"new": found, "old": old, "changed": changed}, sys.stdout)


if __name__ == "__main__":
    main()
