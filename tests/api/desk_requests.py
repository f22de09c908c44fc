"""What is asked of the app of a repair desk, which has rules."""

from typing import Any

from tests.api.asking import Asker

ROLES = ("tenant", "caretaker", "office")


def main() -> None:
    """Ask it everything."""
    asker = Asker()
    from core.models import House, Repair  # type: ignore[import-not-found]
    from pages.testing import add_account  # type: ignore[import-not-found]

    near, far = (House.objects.create(street=street) for street in ("Near", "Far"))
    people = {role: add_account(role, role=role, house=near) for role in ROLES}
    people["stranger"] = add_account("stranger", role="tenant", house=far)
    people["boss"] = add_account("boss", is_superuser=True, is_staff=True)
    for name, user in people.items():
        asker.add_token(name, user)
    own = Repair.objects.create(title="Near one", house=near, reporter=people["tenant"])
    other = Repair.objects.create(title="Far one", house=far, reporter=people["stranger"])
    ask_as_everybody(asker, people, own, other, far)
    ask_for_states(asker, own)
    ask_for_removal(asker, own)
    ask_for_many(asker, own, other)
    ask_for_sessions(asker, people["boss"])
    asker.print_all()


def ask_as_everybody(asker: Asker, people: Any, own: Any, other: Any, far: Any) -> None:
    """Ask as everybody for a record of their house, and for one of another house."""
    for name in people:
        asker.ask(f"{name} lists", name, "get", "/repairs")
        asker.ask(f"{name} reads", name, "get", f"/repairs/{own.pk}")
        asker.ask(f"{name} reads other", name, "get", f"/repairs/{other.pk}")
        asker.ask(f"{name} changes", name, "patch", f"/repairs/{own.pk}", {"title": name})
        asker.ask(f"{name} changes other", name, "patch", f"/repairs/{other.pk}", {"title": "x"})
        asker.ask(f"{name} deletes other", name, "delete", f"/repairs/{other.pk}", If_Match='"x"')
        asker.ask(f"{name} bills", name, "get", "/invoices")
        asker.ask(f"{name} sorts", name, "get", "/repairs?sort=house")
        asker.ask(f"{name} chooses", name, "get", "/repairs/choices/house")
        sent = {"title": "New", "reporter": str(people[name].pk), "house": str(far.pk)}
        asker.ask(f"{name} makes far", name, "post", "/repairs", sent)
        said = {"repair": str(other.pk), "author": str(people[name].pk), "text": "Hello"}
        asker.ask(f"{name} notes far", name, "post", "/notes", said)
    asker.ask("title", "tenant", "get", "/repairs/choices/title")
    asker.ask("collections", "tenant", "get", "/")
    asker.ask("visitor's collections", "", "get", "/")


def ask_for_states(asker: Asker, own: Any) -> None:
    """Ask for what may follow, and for what mayn't."""
    path = f"/repairs/{own.pk}"
    asker.ask("may follow", "caretaker", "get", f"{path}/transitions")
    asker.ask("lacks", "caretaker", "post", f"{path}/transitions/planned")
    asker.ask("never", "caretaker", "post", f"{path}/transitions/dropped")
    asker.ask("no state", "caretaker", "post", f"{path}/transitions/nothing")
    asker.ask("can't follow", "office", "patch", path, {"status": "done"})
    asker.ask("invariant", "office", "patch", path, {"parts": "20000"})
    asker.ask("outdated state", "office", "post", f"{path}/transitions/dropped", If_Match='"x"')
    asker.ask("dropped", "office", "post", f"{path}/transitions/dropped")
    asker.ask("states", "office", "get", f"{path}/state-changes")
    asker.ask("changes", "office", "get", f"{path}/changes")
    asker.ask("hidden changes", "caretaker", "get", f"{path}/changes")


def ask_for_removal(asker: Asker, own: Any) -> None:
    """Put a record away, and restore it."""
    asker.ask("put away", "boss", "delete", f"/repairs/{own.pk}")
    asker.ask("away", "boss", "get", "/repairs/put-away")
    asker.ask("tenant's away", "tenant", "get", "/repairs/put-away")
    asker.ask("read while away", "boss", "get", f"/repairs/{own.pk}")
    asker.ask("tenant restores", "tenant", "post", f"/repairs/{own.pk}/restore")
    asker.ask("restored", "boss", "post", f"/repairs/{own.pk}/restore")
    asker.ask("read again", "boss", "get", f"/repairs/{own.pk}")


def ask_for_many(asker: Asker, own: Any, other: Any) -> None:
    """Change and delete many at once."""
    keys = [own.pk, other.pk, 999]
    change = {"action": "change", "keys": keys, "changes": {"title": "Many"}}
    asker.ask("many", "office", "post", "/repairs/bulk", change)
    asker.ask("many as tenant", "tenant", "post", "/repairs/bulk", change)
    asker.ask("none", "office", "post", "/repairs/bulk", {"action": "delete", "keys": []})
    deletion = {"action": "delete", "keys": [other.pk]}
    asker.ask("many deleted", "boss", "post", "/repairs/bulk", deletion)


def ask_for_sessions(asker: Asker, boss: Any) -> None:
    """Sign in and out, without a CSRF token too."""
    from django.test import Client

    boss.set_password("right")
    boss.save()
    asker.client = Client(enforce_csrf_checks=True)
    asker.ask("no session", "", "get", "/session")
    token = asker.client.cookies["csrftoken"].value
    sent = {"username": "boss@example.com", "password": "right"}
    asker.ask("no csrf", "", "post", "/session", sent)
    asker.ask("wrong", "", "post", "/session", {**sent, "password": "x"}, X_CSRFToken=token)
    asker.ask("signed in", "", "post", "/session", sent, X_CSRFToken=token)
    asker.ask("session", "", "get", "/session")
    asker.ask("by session", "", "get", "/houses")
    asker.ask("change by session", "", "post", "/houses", {"street": "x"})
    token = asker.client.cookies["csrftoken"].value
    asker.ask("signed out", "", "delete", "/session", X_CSRFToken=token)
    asker.ask("after that", "", "get", "/houses")
    for _ in range(6):
        token = asker.client.cookies["csrftoken"].value
        asker.ask("too often", "", "post", "/session", {**sent, "password": "x"}, X_CSRFToken=token)


if __name__ == "__main__":
    main()
