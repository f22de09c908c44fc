"""Make the transitions of rows whose time is over, for a scheduler."""

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from records.timed_transitions import advance, list_due
from records.transitions import list_timed_models


class Command(BaseCommand):
    help = "Makes the transitions of rows that have had a state long enough."

    def handle(self, *args, **options):
        moment = timezone.now()
        found = [
            outcome
            for model in list_timed_models()
            # Each by itself, the one that waits longest first.
            for row in list(list_due(model, moment).reverse().only("pk"))
            if (outcome := advance(row, moment))
        ]
        made = [each for each in found if each.after]
        self.stdout.write(f"{len(made)} of {len(found)} transitions were made.")
        refused = [each for each in found if each.is_refused]
        for each in found:
            if each.reasons and not each.is_refused:
                self.stdout.write(f"{describe(each.row)} waits for {join(each)}.")
        for each in refused:
            self.stderr.write(f"{describe(each.row)} was refused: {join(each)}")
        failed = [each.row for each in found if each.is_failed]
        for row in failed:
            # What it is called may be what fails.
            name = row._meta.verbose_name
            self.stderr.write(f"{name} {row.pk} could not be advanced: see the log.")
        if refused or failed:
            counts = [f"{len(refused)} transitions were refused"] if refused else []
            counts += [f"{len(failed)} failed"] if failed else []
            raise CommandError(f"{' and '.join(counts)}.")


def describe(row):
    return f"{row._meta.verbose_name} “{row}” ({row.pk})"


def join(outcome):
    return ", ".join(outcome.reasons)
