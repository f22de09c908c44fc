"""What is asked of the app of a workshop, whose pages say different things of a record."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from tests.api.asking import Asker

ROLES = ("worker", "clerk", "chief")


def main() -> None:
    """Ask it everything."""
    asker = Asker()
    from core.models import Order, Tag  # type: ignore[import-not-found]
    from pages.testing import add_account  # type: ignore[import-not-found]
    from records.actors import act_for  # type: ignore[import-not-found]

    people = {role: add_account(role, role=role, name=role) for role in ROLES}
    for name, user in people.items():
        asker.add_token(name, user)
    order = Order.objects.create(title="Old", note="Old", price=1)
    order.title, order.note, order.price, order.state = "New", "New", 2, "done"
    act_for(people["chief"], order)
    order.save()
    ask_about_versions(asker, order)
    ask_about_persons(asker, order)
    tags = [Tag.objects.create(name=name, is_secret=name == "Secret") for name in ("Secret", "New")]
    asker.add_token("narrow", people["chief"], limited_to=["order"])
    ask_about_tags(asker, order, *tags)
    asker.ask("box", "chief", "post", "/boxes", {"name": "Open box"})
    asker.ask("boxes", "chief", "get", "/boxes")
    asker.ask("collections", "chief", "get", "/")
    ask_about_benches(asker, people["chief"])
    ask_without_sign_in(asker)
    asker.print_all()


def ask_about_benches(asker: Asker, chief: Any) -> None:
    """Make records of a tenant, one of which is to change by itself."""
    from core.models import Bench, Place

    own, other = (Place.objects.create(name=name) for name in ("North", "South"))
    type(chief).objects.filter(pk=chief.pk).update(place=own)
    asker.ask("bench", "chief", "post", "/benches", {"name": "Long"})
    asker.found["place of the bench"] = list(Bench.objects.values_list("place__name", flat=True))
    asker.ask("bench elsewhere", "chief", "post", "/benches", {"name": "B", "place": str(other.pk)})
    Bench.objects.update(state_since=timezone.now() - timedelta(hours=9))
    asker.ask("bench by itself", "chief", "get", "/benches")
    asker.ask("contract", "chief", "get", "/openapi.yaml")


def ask_about_versions(asker: Asker, order: Any) -> None:
    """Restore a version as those who may, in part or not at all."""
    path = f"/orders/{order.pk}"
    for name in ROLES:
        asker.ask(f"{name} reads", name, "get", path)
        asker.ask(f"{name} sees changes", name, "get", f"{path}/changes")
    asker.ask("clerk restores", "clerk", "post", f"{path}/versions/1/restore")
    asker.ask("still new", "chief", "get", path)
    asker.ask("worker restores", "worker", "post", f"{path}/versions/1/restore")
    asker.ask("restored by worker", "chief", "get", path)
    asker.ask("chief restores", "chief", "post", f"{path}/versions/1/restore")


def ask_about_persons(asker: Asker, order: Any) -> None:
    """Change a record one after the other, which tells who did so last."""
    path = f"/orders/{order.pk}"
    asker.ask("chief changes", "chief", "patch", path, {"title": "By the chief"})
    asker.ask("worker changes nothing", "worker", "patch", path, {"title": "By the chief"})
    asker.ask("still by the chief", "chief", "get", path)
    change = {"action": "change", "keys": [order.pk], "changes": {"title": "By the worker"}}
    asker.ask("worker changes many", "worker", "post", "/orders/bulk", change)
    asker.ask("by the worker", "chief", "get", path)


def ask_about_tags(asker: Asker, order: Any, secret: Any, new: Any) -> None:
    """Link a record to others, one of which is read and not listed."""
    path = f"/orders/{order.pk}"
    order.tags.add(secret)
    asker.ask("tags", "chief", "get", "/orders/choices/tags")
    asker.ask("tags by a limited token", "narrow", "get", "/orders/choices/tags")
    asker.ask("tagged", "chief", "patch", path, {"tags": [str(new.pk)]})
    for part in ("changes", "versions"):
        asker.ask(f"{part} of tags", "chief", "get", f"{path}/{part}")
    asker.ask("restored tags", "chief", "post", f"{path}/versions/1/restore")
    asker.found["kept tags"] = sorted(order.tags.values_list("name", flat=True))


def ask_without_sign_in(asker: Asker) -> None:
    """Send a public form, twice more than visitors may."""
    from django.test import override_settings

    with override_settings(PUBLIC_FORM_LIMIT=1):
        asker.ask("wrong question", "", "post", "/questions", {"text": ""})
        asker.ask("question", "", "post", "/questions", {"text": "When?"})
        asker.ask("question too many", "", "post", "/questions", {"text": "When?"})
        asker.ask("member's question", "chief", "post", "/questions", {"text": "When?"})


if __name__ == "__main__":
    main()
