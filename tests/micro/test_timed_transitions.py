"""Transitions that records make by themselves: when, under what conditions, and who sees it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.micro.living_app import LOSS, PETS, LivingApp
from tests.micro.parcel_offers import PROJECT, ask_offers, build_offers
from tests.projects import BACKEND, BuiltProject, run_dazzle


@pytest.fixture(scope="module")
def offers(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The app, built once."""
    return build_offers(tmp_path_factory.mktemp("offers"))


def ask(offers: BuiltProject, folder: Path, script: str) -> Any:
    """What a script finds in a copy of it."""
    return ask_offers(offers.copy_to(folder / BACKEND), script)


COMMAND = """
put("early", "sent", ago={"days": 6, "hours": 23})
put("late", "sent", ago={"days": 7, "minutes": 1})
put("kept", "sent", ago={"days": 8}, note="keep")
put("poor", "lapsed", ago={"hours": 3})
put("rich", "lapsed", ago={"hours": 3}, contact="Joan")
put("old", "draft", ago={"days": 91})
put("over", "shut", ago={"days": 91})
found["first"] = advance()
found["states"] = read()
found["second"] = advance()[0]
found["history"] = sorted([str(each), each.user] for each in StateChange.objects.all())
found["audit"] = sorted(
    [each.object_name, each.changes, each.who]
    for each in AuditEntry.objects.filter(operation="update")
)
late = Offer.objects.get(title="late")
found["counts anew"] = timezone.now() - late.state_since < timedelta(minutes=1)
"""


ADVANCED = {"old": ["draft", "shut"], "late": ["sent", "lapsed"], "rich": ["lapsed", "asked"]}
WAITS = "Offer “poor” waits for “Contact”.\n"
KEPT = "Offer “kept” was refused: What is kept doesn't lapse\n"


def test_command_advances_what_is_due_and_says_what_is_not(
    offers: BuiltProject, tmp_path: Path
) -> None:
    found = ask(offers, tmp_path, COMMAND)
    made, none = "3 of 5 transitions were made.\n", "0 of 2 transitions were made.\n"
    assert found["first"] == [made + WAITS, KEPT, "1 transitions were refused."]
    assert found["second"] == none + WAITS
    after = {name: pair[1] for name, pair in ADVANCED.items()}
    kept = {"early": "sent", "kept": "sent", "over": "shut", "poor": "lapsed"}
    assert found["states"] == {**kept, **after}
    assert found["history"] == [
        ["Draft → Shut", None],
        ["Lapsed → Asked again", None],
        ["Sent → Lapsed", None],
    ]
    assert found["audit"] == sorted([name, {"state": pair}, ""] for name, pair in ADVANCED.items())
    assert found["counts anew"]


TIMED = """\
  transitions state:
    open -> missed: auto after 7 days
  owner:\
"""
READING = """
for name in ("late", "later"):
    put(name, "sent", ago={"days": 8})
put("kept", "sent", ago={"days": 8}, note="keep")
put("early", "sent", ago={"days": 1})
visitor = Client(HTTP_HOST="localhost")
visitor.get("/offers/")
visitor.get("/healthz")
found["visitor"] = read()
row = Offer.objects.get(title="late")
page = ann.get("/offers/?state=lapsed").content.decode()
found["filtered"] = sorted(set(re.findall("early|later|late|kept", page)))
found["read"] = read()
found["who"] = [each.user for each in StateChange.objects.all()]
put("posted", "sent", ago={"days": 8})
row = Offer.objects.get(title="posted")
answer = chief.post(f"/offers/{row.pk}/to/shut/", {"state-before": "sent"}, follow=True)
found["posted"] = read()["posted"]
for number in range(25):
    put(f"many {number}", "sent", ago={"days": 7, "minutes": number + 1})
visitor.get("/offers/list/offer-news/")
states = [state for title, state in read().items() if title.startswith("many")]
found["bounded"] = sorted({state: states.count(state) for state in states}.items())
ann.get("/admin/")
"""


def test_pages_show_the_new_state_to_whoever_may_see_rows(
    offers: BuiltProject, tmp_path: Path
) -> None:
    before = {"early": "sent", "kept": "sent", "late": "sent", "later": "sent"}
    assert ask(offers, tmp_path, READING) == {
        "visitor": before,
        "filtered": ["late", "later"],
        "read": {**before, "late": "lapsed", "later": "lapsed"},
        "who": [None, None],
        "posted": "lapsed",
        "bounded": [["lapsed", 20], ["sent", 5]],
    }


def test_platform_asks_whether_the_app_is_alive_without_its_records(offers: BuiltProject) -> None:
    done = offers.manage("test", "pages.tests.test_health")
    assert done.returncode == 0, done.stderr


PEOPLE = """
def see(client, row):
    context = client.get(f"/offers/{row.pk}/").context["transitions"]
    return [[each["title"] for each in context[part]] for part in ("steps", "timed")]

def press(client, row, state):
    client.post(f"/offers/{row.pk}/to/{state}/")
    return Offer.objects.get(pk=row.pk).state

row = put("sent", "sent", ago={"days": 6})
found["sent"] = see(chief, row)
found["by hand"] = press(chief, row, "lapsed")
form = chief.get(f"/offers/{row.pk}/edit/").content.decode()
found["offered"] = re.findall('<option value="([a-z]+)"', form)
chief.post(f"/offers/{row.pk}/edit/", {"title": "sent", "state": "lapsed"})
found["form"] = read()["sent"]
row.state = "lapsed"
try:
    row.save()
except ValidationError as error:
    found["code"] = error.messages
lapsed = put("lapsed", "lapsed", contact="Joan")
found["lapsed"] = see(chief, lapsed)
found["agent"] = [see(ann, lapsed), press(ann, lapsed, "asked")]
found["manual"] = press(chief, lapsed, "asked")
since = Offer.objects.get(pk=lapsed.pk).state_since
lapsed.refresh_from_db()
lapsed.title = "other"
lapsed.save()
found["unchanged"] = Offer.objects.get(pk=lapsed.pk).state_since == since
"""


def test_people_make_only_what_is_theirs_to_make(offers: BuiltProject, tmp_path: Path) -> None:
    assert ask(offers, tmp_path, PEOPLE) == {
        "sent": [[], ["Lapsed", "Shut"]],
        "by hand": "sent",
        "offered": ["sent"],
        "form": "sent",
        "code": ["“Lapsed” can’t follow “Sent”."],
        "lapsed": [["Asked again"], ["Asked again", "Shut"]],
        "agent": [[[], ["Asked again", "Shut"]], "lapsed"],
        "manual": "asked",
        "unchanged": True,
    }


def test_two_commands_at_once_make_each_transition_once(
    offers: BuiltProject, tmp_path: Path
) -> None:
    copy = offers.copy_to(tmp_path / BACKEND)
    ask_offers(copy, 'for n in range(40): put(str(n), "sent", ago={"days": 8})')
    with ThreadPoolExecutor(3) as hands:
        done = list(hands.map(lambda _: copy.manage("advance"), range(3)))
    assert [each.returncode for each in done] == [0, 0, 0], done
    assert sum(int(each.stdout.split()[0]) for each in done) == 40
    count = "from records.tracking.models import StateChange; print(StateChange.objects.count())"
    assert copy.manage("shell", "-v0", "-c", count).stdout == "40\n"


SINCE = """
from datetime import timedelta
from django.utils import timezone
from core.models import Offer
print(timezone.now() - Offer.objects.get().state_since < timedelta(minutes=5))
"""


def test_rows_of_before_count_from_the_migration(tmp_path: Path) -> None:
    plain = PROJECT.replace(" auto after 2 hours or manual", "")
    plain = plain.replace("sent -> lapsed: auto after 7 days", "sent -> lapsed")
    plain = plain.replace("* -> shut: auto after 90 days", "* -> shut")
    (tmp_path / "app.dsl").write_text(plain, encoding="utf-8")
    built = BuiltProject("offers", tmp_path / "out" / BACKEND)

    def build() -> None:
        done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
        assert done.returncode == 0, done.stdout + done.stderr
        done = built.manage("migrate", "-v0")
        assert done.returncode == 0, done.stdout + done.stderr

    build()
    row = 'from core.models import Offer; Offer.objects.create(title="a", state="sent")'
    assert built.manage("shell", "-v0", "-c", row).returncode == 0
    assert not (built.folder / "records/timed_transitions.py").exists()
    (tmp_path / "app.dsl").write_text(PROJECT, encoding="utf-8")
    build()
    assert built.manage("makemigrations", "--check", "--dry-run").returncode == 0
    assert built.manage("advance").stdout == "0 of 0 transitions were made.\n"
    assert built.manage("shell", "-v0", "-c", SINCE).stdout == "True\n"


def test_moment_goes_along_when_the_state_is_renamed_and_is_lost_only_by_consent(
    tmp_path: Path,
) -> None:
    app = LivingApp(tmp_path, text=PETS.replace("  owner:", TIMED, 1)).start()
    old = "datetime(2020, 1, 2, tzinfo=UTC)"
    app.ask(
        "from datetime import UTC, datetime; from core.models import Pet;"
        f"Pet.objects.update(state_since={old})"
    )
    app.edit("state: enum[open, missed]=open", "phase: enum[open, missed]=open was=state")
    app.edit("transitions state:", "transitions phase:")
    app.accept()
    app.migrate()
    assert {each["phase_since"] for each in app.show()} == {"2020-01-02 00:00:00+00:00"}
    app.edit(": auto after 7 days", "")
    app.refuse("no transition has `auto after`", "Pet.phase_since", "--allow-data-loss")
    app.accept(LOSS)
    app.migrate()
    assert "phase_since" not in app.show()[0]
