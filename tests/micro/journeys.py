"""What a person who is signed in does: add rows, look at them, change and delete them."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.forms import ModelForm
from django.http import HttpResponse
from django.views import generic

from tests.micro.documents import fill_form, find_form, read_document, read_text
from tests.micro.mending import mend_row
from tests.micro.rows import (
    Row,
    ensure_target,
    fill_table,
    list_references,
    make_row,
    numbers,
)
from tests.micro.visitor import Page, Visitor

_TRIES = 9  # at values that clash with no row that is there


def try_empty_pages(visitor: Visitor) -> None:
    """Open every page that needs no row while there is none."""
    for page in visitor.pages:
        if not page.needs_key and page.name not in ("logout", "login", "sign_up"):
            visitor.visit(page.find_url(), 302 if page.is_for_many else 200)


def try_finding(visitor: Visitor) -> None:
    """Look for a link to every page that needs no row, once all pages have been seen."""
    for page in visitor.pages:
        own = page.view is not None and page.view.__module__ == "core.views"
        if own and not page.needs_key and page.find_url() not in visitor.links:
            visitor.note(page.find_url(), "no page leads here")


def try_creating(visitor: Visitor, model: type[Row]) -> None:
    """Fill in every create page of a model; make a row by other means if there is none."""
    for page in visitor.find_pages(generic.CreateView, model):
        for field in list_references(model):
            ensure_target(field)
            if field.related_model not in (model, get_user_model()):
                fill_table(field.related_model, 3)
        create_row(visitor, page, model)
    if not model._base_manager.exists():
        make_row(model)


def create_row(visitor: Visitor, page: Page, model: type[Row]) -> None:
    """Add a row on a page and look for it."""
    url, before = page.find_url(), set(model._base_manager.values_list("pk", flat=True))
    data, response = send_page(visitor, url, model)
    if response is None:
        return
    made = model._base_manager.exclude(pk__in=before)
    if made.count() != 1:
        visitor.note(url, f"made {made.count()} rows")
        return
    compare_row(visitor, url, made.get(), data)
    visitor.visit(response["Location"])
    look_at_row(visitor, made.get())


def send_page(
    visitor: Visitor, url: str, model: type[Row]
) -> tuple[dict[str, Any], HttpResponse | None]:
    """What was sent with the form of a page, and the answer if it was taken."""
    for _ in range(_TRIES):
        data = fill_page(visitor, url, model)
        if data is None:
            return {}, None
        response = visitor.client.post(url, data)
        if response.status_code == 200:
            data |= keep_rules(response.context["form"])
            response = visitor.client.post(url, data)
        if response.status_code == 302:
            return data, response
        if "already exists" not in response.content.decode():
            break
    visitor.post(url, data)
    return data, None


def keep_rules(form: ModelForm) -> dict[str, str]:
    """What to send instead of some values, so that the row of a form keeps its model's rules."""
    names = [name for name in form.fields if not form.fields[name].disabled]
    changes = mend_row(form.instance, names)
    return {name: "" if value is None else str(value) for name, value in changes.items()}


def fill_page(visitor: Visitor, url: str, model: type[Row]) -> dict[str, Any] | None:
    """What to send to a page with a form."""
    response = visitor.visit(url)
    form = find_form(read_document(response.content.decode()))
    if response.status_code != 200 or form is None:
        visitor.note(url, "no form")
        return None
    return fill_form(form, model, next(numbers))


def compare_row(visitor: Visitor, url: str, row: Row, data: dict[str, Any]) -> None:
    """Note where a row isn't what was sent."""
    for field in row._meta.concrete_fields:
        sent = data.get(field.name)
        if isinstance(field, models.FileField) or sent is None:
            continue
        kept = field.value_from_object(row)
        if isinstance(kept, str | bool | type(None)) and not _is_same(field, kept, sent):
            visitor.note(url, f"{field.name}: sent {sent!r}, kept {kept!r}")


def _is_same(field: models.Field, kept: str | bool | None, sent: str) -> bool:
    if isinstance(kept, bool):
        return kept == (sent in ("on", "True", "true"))
    return (kept or "") == sent.strip()


def look_at_row(visitor: Visitor, row: Row) -> None:
    """Find a row on the lists, and its values on its pages."""
    model = type(row)
    for page in visitor.find_pages(generic.ListView, model):
        response = visitor.visit(page.find_url())
        shown = response.context["object_list"] if response.context else []
        if row not in shown and model._base_manager.count() <= 20:
            visitor.note(page.find_url(), "a new row isn't on the list")
    for page in visitor.find_pages(generic.DetailView, model):
        response = visitor.visit(page.find_url(row))
        if response.status_code == 200:
            compare_facts(visitor, page.find_url(row), row, response.content.decode())


def compare_facts(visitor: Visitor, url: str, row: Row, text: str) -> None:
    """Note where a page doesn't show the values of its row."""
    document = read_document(text)
    if " ".join(str(row).split()) not in read_text(document):
        visitor.note(url, f"doesn't say {str(row)!r}")
    facts = {
        read_text(group.find("dt")): read_text(group.find("dd")) for group in document.iter("div")
    }
    fields = [f for f in row._meta.concrete_fields if isinstance(f, models.CharField)]
    values = {" ".join(str(field.value_from_object(row)).split()) for field in fields}
    for field in fields:
        fact = facts.get(str(field.verbose_name).capitalize())
        if fact and not field.choices and fact not in values and set(fact) - set("•–"):
            visitor.note(url, f"{field.name} is shown as {fact!r}")


def try_editing(visitor: Visitor, model: type[Row]) -> None:
    """Change the first row on every edit page of a model."""
    row = model._base_manager.order_by("pk").first()
    for page in visitor.find_pages(generic.UpdateView, model):
        url = page.find_url(row)
        data, response = send_page(visitor, url, model)
        if response is None:
            continue
        before, row = row, model._base_manager.get(pk=row.pk)
        compare_row(visitor, url, row, data)
        sent = [field for field in model._meta.concrete_fields if field.name in data]
        old = [field.value_from_object(before) for field in sent]
        # A form may ask for nothing but choices that are made already.
        if old == [f.value_from_object(row) for f in sent] and _asks_for_text(sent):
            visitor.note(url, "changed nothing")
        look_at_row(visitor, row)


def _asks_for_text(fields: list[models.Field]) -> bool:
    return any(not field.choices and not field.is_relation for field in fields)


def try_deleting(visitor: Visitor, model: type[Row]) -> None:
    """Delete a row that stands alone, and rows to which others refer in each way."""
    if getattr(model, "deletion_fields", ()):
        return  # rows are put away, which has tests of its own
    for page in visitor.find_pages(generic.DeleteView, model):
        delete_alone(visitor, page, model)
        for relation in model._meta.related_objects:
            is_link = relation.many_to_many  # which goes along with either end
            if relation.related_model._meta.app_label == "core" and not is_link:
                delete_referred(visitor, page, relation.field)


def delete_alone(visitor: Visitor, page: Page, model: type[Row]) -> None:
    """Delete a row that nothing refers to."""
    row = make_row(model)
    url = page.find_url(row)
    visitor.visit(url)
    if visitor.post(url, {}).status_code == 302 and model._base_manager.filter(pk=row.pk):
        visitor.note(url, "the row is still there")


def delete_referred(visitor: Visitor, page: Page, field: models.ForeignKey) -> None:
    """Delete a row to which another refers, which may be forbidden."""
    row = make_row(field.related_model)
    other = make_row(field.model, **{field.name: row})
    url, stays = (
        page.find_url(row),
        field.remote_field.on_delete in (models.PROTECT, models.RESTRICT),
    )
    text = read_text(read_document(visitor.visit(url).content.decode()))
    if " ".join(str(other).split()) not in text:
        visitor.note(url, f"doesn't name {other!r}, which refers to it by {field}")
    visitor.post(url, {}, expected=409 if stays else 302)
    others = field.model._base_manager.filter(pk=other.pk)
    if stays != field.related_model._base_manager.filter(pk=row.pk).exists():
        visitor.note(url, f"{'gone' if stays else 'kept'} in spite of {field}")
    if others.exists() == (field.remote_field.on_delete is models.CASCADE):
        visitor.note(url, f"the row that refers to it by {field} fares otherwise")
