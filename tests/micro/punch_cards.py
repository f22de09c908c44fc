"""Hours as somebody has them on paper, and scripts that put them into the example `timesheets`."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal


@dataclass(frozen=True)
class Entry:
    """A line of a punch card; the note is its name."""

    note: str
    person: str
    project: str
    start: str
    end: str
    hours: str
    billable: bool

    @property
    def breaks(self) -> timedelta:
        at_work = read_moment(self.end) - read_moment(self.start)
        return at_work - timedelta(minutes=int(Decimal(self.hours) * 60))


def read_moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


PROJECTS: dict[str, tuple[str | None, str | None, str, str | None, str]] = {
    "Website": ("80.00", "1000.00", "2026-05-01", "2026-06-14", "running"),
    "Survey": ("62.50", "200.00", "2026-05-01", "2026-06-15", "running"),
    "Archive": (None, "300.00", "2026-05-01", None, "running"),
    "Autumn fair": ("90.00", "500.00", "2026-06-15", "2026-10-01", "planned"),
    "Favour": ("50.00", "0.00", "2026-04-01", "2026-05-01", "done"),
}
"""Project → rate, budget, first day, last day, status."""
PEOPLE = ("Early shift", "Late shift", "Reserve")
ENTRIES = [
    Entry("Draft", "Early shift", "Website", "2026-05-01T08:00", "2026-05-01T12:15", "4.00", True),
    Entry(
        "Review", "Early shift", "Website", "2026-06-12T09:00", "2026-06-12T17:00", "7.00", False
    ),
    Entry("Launch", "Late shift", "Website", "2026-06-03T13:00", "2026-06-03T17:00", "4.00", False),
    Entry("Fixes", "Late shift", "Website", "2026-06-10T13:00", "2026-06-10T14:00", "1.00", True),
    Entry("Calls", "Late shift", "Survey", "2026-06-10T14:00", "2026-06-10T17:30", "3.05", True),
    Entry(
        "Shelves", "Early shift", "Archive", "2026-05-04T22:00", "2026-05-05T06:30", "8.25", True
    ),
    Entry("Labels", "Late shift", "Archive", "2026-05-05T08:00", "2026-05-05T10:00", "2.00", False),
    Entry("Posters", "Late shift", "Favour", "2026-04-01T00:00", "2026-04-01T01:00", "1.00", True),
]

FILL = """
people = {
    name: Person.objects.create(name=name, email=f"{number}@example.com")
    for number, name in enumerate(PEOPLE)
}
projects = {
    name: Project.objects.create(
        name=name, rate=rate and Decimal(rate), budget=budget and Decimal(budget),
        starts_on=first, ends_on=last, status=status)
    for name, (rate, budget, first, last, status) in PROJECTS.items()
}
for note, person, project, start, end, hours, billable in ENTRIES:
    Entry.objects.create(
        note=note, person=people[person], project=projects[project], billable=billable,
        starts_at=datetime.fromisoformat(start).replace(tzinfo=UTC),
        ends_at=datetime.fromisoformat(end).replace(tzinfo=UTC), hours=Decimal(hours))
"""
LOOK = """
day = mock.patch("records.functions.today", return_value=date(2026, 6, 15))
day.start()
answers["projects"] = read("/projects/", sort="name")
answers["least left"] = read("/projects/", sort="left")
answers["over budget"] = read("/projects/", over_budget="true")
answers["overdue"] = read("/projects/", overdue="true")
answers["csv"] = read("/projects/", export="csv")
answers["list pdf"] = read("/projects/", coding="latin-1", export="pdf")
answers["records"] = {n: read(f"/projects/{row.pk}/") for n, row in projects.items()}
answers["pdfs"] = {
    n: read(f"/projects/{row.pk}/", coding="latin-1", export="pdf") for n, row in projects.items()
}
answers["edit"] = read(f"/projects/{projects['Survey'].pk}/edit/")
answers["people"] = read("/people/", sort="name")
answers["persons"] = {n: read(f"/people/{row.pk}/") for n, row in people.items()}
answers["entries"] = read("/entries/", sort="note")
answers["entries csv"] = read("/entries/", export="csv")
day.stop()
with mock.patch("records.functions.today", return_value=date(2026, 6, 16)):
    answers["overdue later"] = read("/projects/", overdue="true", sort="name")
"""
BREAK = """
from django.db import IntegrityError, transaction
def enter(project, start, end, hours):
    return send("/entries/new/", person=people["Reserve"].pk, project=projects[project].pk,
        note="Try", starts_at=start, ends_at=end, hours=hours)
fair, site = "Autumn fair", "Website"
before = Entry.objects.count()
answers["refused"] = {
    "backwards": enter(site, "2026-06-01T10:00", "2026-06-01T09:00", "1"),
    "no time": enter(site, "2026-06-01T10:00", "2026-06-01T10:00", "1"),
    "none": enter(site, "2026-06-01T10:00", "2026-06-01T12:00", "0"),
    "too many": enter(site, "2026-06-01T10:00", "2026-06-05T10:00", "24.01"),
    "more than there are": enter(site, "2026-06-01T10:00", "2026-06-01T12:00", "2.01"),
    "too early": enter(fair, "2026-06-14T23:00", "2026-06-15T01:00", "2"),
    "one day": send("/projects/new/", name="One", status="planned", starts_on="2026-06-01",
        ends_on="2026-06-01"),
}
answers["kept"] = Entry.objects.count() - before, Project.objects.filter(name="One").count()
answers["taken"] = [
    enter(site, "2026-06-01T00:00", "2026-06-02T00:00", "24"),
    enter(fair, "2026-06-15T00:00", "2026-06-15T02:00", "2"),
]
answers["added"] = Entry.objects.count() - before
answers["checks"] = []
entries = Entry.objects.filter(note="Draft")
site = Project.objects.filter(name=site)
start = datetime(2026, 5, 1, 8, tzinfo=UTC)
for rows, change in ((entries, {"hours": 0}), (entries, {"ends_at": start}),
        (site, {"ends_on": "2026-05-01"})):
    try:
        with transaction.atomic():
            rows.update(**change)
    except IntegrityError as error:
        answers["checks"].append(str(error))
print(json.dumps(answers))
"""
