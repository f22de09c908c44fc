"""Each sentence on days and moments of "What expressions mean", and cases of it.

It is 00:30 on 11 March 2026 in Berlin, where the app is, and still the 10th in Greenwich.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

NOW = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
TODAY = date(2026, 3, 11)
EVENING = datetime(2026, 3, 10, 22, 59, tzinfo=UTC)  # 23:59 on the 10th in Berlin
MIDNIGHT = datetime(2026, 3, 10, 23, 0, tzinfo=UTC)
LAST = datetime(9999, 12, 30, 23, 30, tzinfo=UTC)
DAY, HOUR, US = timedelta(days=1), timedelta(hours=1), timedelta(microseconds=1)
NONE: dict[str, Any] = {}

CASES: dict[str, list[tuple[str, dict[str, Any], Any]]] = {
    "`today` is the day in the time zone of the app, and `now` is the moment of the request.": [
        ("today", NONE, TODAY),
        ("now", NONE, NOW),
        ("due = today", {"due": TODAY}, True),
        ("seen <= now", {"seen": NOW}, True),
    ],
    "Compared with a day, a moment counts as the day that it falls on in that time zone.": [
        ("seen = due", {"seen": MIDNIGHT, "due": TODAY}, True),
        ("seen < due", {"seen": EVENING, "due": TODAY}, True),
        ("due > seen", {"seen": EVENING, "due": TODAY}, True),
        ("due <= seen", {"seen": EVENING, "due": TODAY}, False),
        ("today = now", NONE, True),
        ("due in [seen, made]", {"due": TODAY, "seen": EVENING, "made": NOW}, True),
        ("seen in [due]", {"due": TODAY, "seen": MIDNIGHT}, True),
        ("seen = due", NONE, True),
        ("seen != due", {"seen": NOW}, True),
        ("seen < made", {"seen": MIDNIGHT, "made": NOW}, True),
        ('due < "2026-03-12"', {"due": TODAY}, True),
        ('at < "09:30"', {"at": time(9, 29, 59)}, True),
    ],
    "So it does beside a day in quotes;": [
        ('seen = "2026-03-11"', {"seen": NOW}, True),
        ('seen in ["2026-03-10"]', {"seen": EVENING}, True),
        ('seen <= "2026-03-10"', {"seen": MIDNIGHT}, False),
    ],
    "a moment in quotes is in that time zone too, unless it says otherwise.": [
        ('seen = "2026-03-11 00:30"', {"seen": NOW}, True),
        ('seen = "2026-03-10 23:30+00:00"', {"seen": NOW}, True),
    ],
    "A day and a duration give the day that begins then, or in which that falls: `due + 36h` is "
    "the day after.": [
        ("due + 36h", {"due": TODAY}, TODAY + DAY),
        ("due + 24h", {"due": TODAY}, TODAY + DAY),
        ("due + 1min", {"due": TODAY}, TODAY),
        ("due - 1min", {"due": TODAY}, TODAY - DAY),
        ("due - 36h", {"due": TODAY}, TODAY - 2 * DAY),
        ("1w + due", {"due": TODAY}, TODAY + 7 * DAY),
        ("due + 1 year", {"due": date(2024, 2, 29)}, date(2025, 2, 28)),
        ("due + 1mo", {"due": date(2026, 1, 31)}, date(2026, 3, 2)),
        ("reminder", {"due": TODAY}, TODAY - 2 * DAY),
        ("seen + 36h", {"seen": NOW}, NOW + 36 * HOUR),
        ("now - 2h", NONE, NOW - 2 * HOUR),
        # Summer begins on 29 March, but a day has 24 hours.
        ("seen + 20d", {"seen": NOW}, NOW + 20 * DAY),
    ],
    "Two days are whole days apart.": [
        ("due - start", {"due": TODAY, "start": date(2026, 2, 28)}, 11 * DAY),
        ("start - due", {"due": TODAY, "start": date(2026, 2, 28)}, -11 * DAY),
        ("today - due = 1d", {"due": TODAY - DAY}, True),
        ("due - start", {"due": date(2026, 3, 30), "start": date(2026, 3, 29)}, DAY),
        ("seen - made", {"seen": NOW, "made": MIDNIGHT}, HOUR / 2),
        ("delay", {"seen": NOW, "made": NOW}, timedelta()),
    ],
    "`days_since` and `days_until` leave the rest of a day out: half a day in the future is 0 days "
    "ago.": [
        ("days_since(seen)", {"seen": NOW + 12 * HOUR}, 0),
        ("days_until(seen)", {"seen": NOW + 12 * HOUR}, 0),
        ("days_since(seen)", {"seen": NOW - 36 * HOUR}, 1),
        ("days_since(seen)", {"seen": NOW + 36 * HOUR}, -1),
        ("days_until(seen)", {"seen": NOW + 36 * HOUR}, 1),
        ("days_since(seen)", {"seen": NOW - DAY}, 1),
        ("days_since(seen)", {"seen": NOW - DAY + US}, 0),
        ("days_since(due)", {"due": TODAY - DAY}, 1),
        ("days_since(due)", {"due": TODAY}, 0),
        ("days_since(due)", {"due": TODAY + DAY}, -1),
        ("days_until(due)", {"due": TODAY + 7 * DAY}, 7),
        ("days_until(due + 36h)", {"due": TODAY}, 1),
        # More microseconds than a binary fraction counts.
        ("days_until(seen)", {"seen": NOW + 2_900_000 * DAY - US}, 2_899_999),
    ],
    "Durations are counted in microseconds; one that is multiplied or divided is rounded to them, "
    "and a half goes to the even neighbour.": [
        ("seen - made", {"seen": NOW + US, "made": NOW}, US),
        ("(seen - made) / 2", {"seen": NOW + 5 * US, "made": NOW}, 2 * US),
        ("(seen - made) * 0.5", {"seen": NOW + 3 * US, "made": NOW}, 2 * US),
        ("0.5 * (seen - made)", {"seen": NOW - 3 * US, "made": NOW}, -2 * US),
        ("1min / 7", NONE, timedelta(microseconds=8571429)),
        ("2h + 30min - 90min", NONE, HOUR),
        ("-2h", NONE, -2 * HOUR),
        ("1d > 23h", NONE, True),
        ("1mo = 30 days and 1y = 365 days", NONE, True),
    ],
    "What leaves the calendar is missing: a day before the year 1 or after 9999, a moment on the "
    "first or on the last day of that time, a duration of 100 million days or more.": [
        ("due + 7d", {"due": date(9999, 12, 25)}, None),
        ("due + 6d", {"due": date(9999, 12, 25)}, date(9999, 12, 31)),
        ("due - 1d", {"due": date(1, 1, 1)}, None),
        ("due + 7d > start", {"due": date(9999, 12, 25), "start": TODAY}, False),
        ("seen + 7d", {"seen": datetime(9999, 12, 25, tzinfo=UTC)}, None),
        ("seen + 6d - 1min", {"seen": datetime(9999, 12, 25, tzinfo=UTC)}, None),
        ("seen - 1min", {"seen": LAST}, LAST - timedelta(minutes=1)),
        ("seen - 1min", {"seen": datetime(1, 1, 2, tzinfo=UTC)}, None),
        ("seen = due", {"seen": LAST + DAY, "due": TODAY}, False),
        ("seen != due + 7d", {"seen": LAST + DAY, "due": date(9999, 12, 25)}, False),
        ("seen != made + 7d", {"seen": LAST + DAY, "made": LAST}, True),
        ("whole * 1d", {"whole": 100_000_000}, None),
        ("whole * 1d", {"whole": 99_999_999}, 99_999_999 * DAY),
        ("whole * 1d + 1d", {"whole": 99_999_999}, None),
        ("1d * whole / 2", {"whole": -2_000_000_000}, None),
    ],
}
