"""What is asked of the app of a help desk without rules."""

from typing import Any

from tests.api.asking import Asker


def main() -> None:
    """Ask it everything."""
    asker = Asker()
    from core.models import Ticket  # type: ignore[import-not-found]
    from pages.testing import add_account  # type: ignore[import-not-found]

    boss = add_account("boss", is_superuser=True, is_staff=True)
    clerk = add_account("clerk")
    waiting = add_account("waiting", is_waiting=True)
    asker.add_token("clerk", clerk)
    asker.add_token("reader", clerk, is_read_only=True)
    asker.add_token("narrow", clerk, limited_to=["user"])
    asker.add_token("waiting", waiting)
    for number in range(3):
        Ticket.objects.create(subject=f"Old {number}", description="…", reporter=boss)
    ask_lists(asker, boss)
    key = ask_records(asker, clerk)
    ask_forgeries(asker, key, boss)
    ask_again(asker, clerk)
    ask_for_people(asker, boss, clerk)
    asker.ask("deleted", "clerk", "delete", f"/tickets/{key}")
    asker.ask("gone", "clerk", "get", f"/tickets/{key}")
    asker.print_all()


def ask_for_people(asker: Asker, boss: Any, clerk: Any) -> None:
    """Ask for accounts, of others and one's own."""
    asker.ask("people", "clerk", "get", "/users")
    asker.ask("the boss", "clerk", "get", f"/users/{boss.pk}")
    asker.ask("oneself", "clerk", "get", f"/users/{clerk.pk}")
    asker.ask("needed", "clerk", "delete", f"/users/{clerk.pk}")


def ask_lists(asker: Asker, boss: Any) -> None:
    """Ask for lists, in all ways and wrong ones."""
    asker.ask("visitor", "", "get", "/tickets")
    asker.ask("no member", "waiting", "get", "/tickets")
    asker.ask("list", "clerk", "get", "/tickets")
    asker.ask("sorted", "clerk", "get", "/tickets?sort=-subject&page_size=2")
    asker.ask("second page", "clerk", "get", "/tickets?sort=-subject&page_size=2&page=2")
    asker.ask("searched", "clerk", "get", "/tickets?search=old+1")
    asker.ask("filtered", "clerk", "get", f"/tickets?filter[reporter]={boss.pk}")
    asker.ask("filtered to none", "clerk", "get", "/tickets?filter[status]=closed")
    asker.ask("without", "clerk", "get", "/tickets?filter[assignee][empty]=true")
    asker.ask("with", "clerk", "get", "/tickets?filter[assignee][empty]=false")
    asker.ask("since", "clerk", "get", "/tickets?filter[created_at][from]=2000-01-01")
    asker.ask("until", "clerk", "get", "/tickets?filter[created_at][to]=2000-01-01")
    for query in ("page=9", "page=x", "page_size=101", "sort=description", "q=x", "sort=,"):
        asker.ask(query, "clerk", "get", f"/tickets?{query}")
    for query in ("filter[status]=x", "filter[status]=", "filter[description]=x"):
        asker.ask(query, "clerk", "get", f"/tickets?{query}")


def ask_records(asker: Asker, clerk: Any) -> Any:
    """Ask for a record, make and change it."""
    sent = {"subject": "New", "description": "…", "reporter": str(clerk.pk)}
    key = asker.ask("made", "clerk", "post", "/tickets", sent)["number"]
    path = f"/tickets/{key}"
    asker.ask("record", "clerk", "get", path)
    tag = asker.found["record"]["headers"]["ETag"]
    asker.ask("known", "clerk", "get", path, If_None_Match=tag)
    asker.ask("changed", "clerk", "patch", path, {"subject": "Newer"}, If_Match=tag)
    asker.ask("outdated", "clerk", "patch", path, {"subject": "No"}, If_Match=tag)
    asker.ask("outdated deletion", "clerk", "delete", path, If_Match=tag)
    asker.ask("after that", "clerk", "get", path)
    asker.ask("put", "clerk", "put", path, {})
    asker.ask("absent", "clerk", "get", "/tickets/999")
    asker.ask("no key", "clerk", "get", "/tickets/x")
    asker.ask("no such address", "clerk", "get", "/nothing")
    return key


def ask_forgeries(asker: Asker, key: Any, boss: Any) -> None:
    """Send what no form has, and ask with tokens that aren't for that."""
    path = f"/tickets/{key}"
    asker.ask("unknown", "clerk", "patch", path, {"is_superuser": True})
    asker.ask("read only", "clerk", "patch", path, {"description": "x"})
    asker.ask("new state", "clerk", "post", "/tickets", {"status": "closed"})
    asker.ask("wrong types", "clerk", "patch", path, {"subject": 5, "status": "x"})
    asker.ask("wrong key", "clerk", "patch", path, {"assignee": "x"})
    asker.ask("nothing", "clerk", "post", "/tickets", {})
    asker.ask("no object", "clerk", "post", "/tickets", [1])
    asker.ask("reading", "reader", "get", path)
    asker.ask("reader", "reader", "patch", path, {"subject": "x"})
    asker.ask("reader's bulk", "reader", "post", "/tickets/bulk", {"action": "delete", "keys": [1]})
    asker.ask("narrow", "narrow", "get", path)
    asker.ask("narrow elsewhere", "narrow", "get", "/users")
    asker.ask("forged", "", "get", path, Authorization="Bearer api_x")
    account = {"name": "x", "email": "x@example.com", "is_staff": True, "password": "x"}
    asker.ask("made staff", "clerk", "post", "/users", account)
    asker.ask("made boss", "clerk", "patch", f"/users/{boss.pk}", {"email": "y@example.com"})


def ask_again(asker: Asker, clerk: Any) -> None:
    """Send the same twice, and something else with the same key."""
    sent = {"subject": "Once", "description": "…", "reporter": str(clerk.pk)}
    for name in ("once", "twice"):
        asker.ask(name, "clerk", "post", "/tickets", sent, Idempotency_Key="k")
    other = {**sent, "subject": "Other"}
    asker.ask("another", "clerk", "post", "/tickets", other, Idempotency_Key="k")
    asker.ask("no such key", "clerk", "post", "/tickets", sent, Idempotency_Key="k\u00e9")
    asker.ask("found once", "clerk", "get", "/tickets?search=once")


if __name__ == "__main__":
    main()
