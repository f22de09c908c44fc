"""Delete for good what was put away long ago."""

from contextlib import suppress
from datetime import timedelta

from django.apps import apps
from django.core.management import BaseCommand
from django.db import IntegrityError
from django.utils import timezone

from records.collector import Collector
from records.permissions import APP
from records.soft_deletion import is_put_away, is_soft, list_put_away


class Command(BaseCommand):
    help = "Deletes for good what was put away more than some days ago."

    def add_arguments(self, parser):
        parser.add_argument("--older-than", type=int, required=True, metavar="DAYS")

    def handle(self, *args, older_than, **options):
        limit = timezone.now() - timedelta(days=older_than)
        models = list(filter(is_soft, apps.get_app_config(APP).get_models()))
        deleted = 0
        # What refers to others goes first; until then they can't.
        while count := sum(purge(model, limit) for model in models):
            deleted += count
        kept = sum(find_old(model, limit).count() for model in models)
        self.stdout.write(f"Deleted {deleted} rows.")
        if kept:
            self.stdout.write(f"{kept} are still referred to, and stay.")


def find_old(model, limit):
    return list_put_away(model).filter(**{f"{model.deletion_fields[0]}__lt": limit})


def purge(model, limit):
    """Delete the rows that nothing keeps; return how many went with those along."""
    count = 0
    for row in list(find_old(model, limit)):
        if takes_present(row):
            continue
        # What protects it may go before long.
        with suppress(IntegrityError):
            count += row.delete_for_good()[0]
    return count


def takes_present(row):
    """Tell whether rows would go along that are there."""
    collector = Collector(row._state.db)
    collector.collect(collector.select(type(row), pk=row.pk))
    return any(
        rows.filter(is_put_away(model, False)).exists()
        for model, parts in collector.deleted.items()
        if is_soft(model)
        for rows in parts
    )
