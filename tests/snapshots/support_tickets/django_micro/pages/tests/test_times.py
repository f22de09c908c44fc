from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from ..templatetags.pages import moment
from ..testing import BareTests

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)


class MomentTests(BareTests):
    def test_same_moment_is_told_in_the_zone_of_each_reader(self):
        for zone, told in (("Asia/Tokyo", "21:00:00 JST"), ("UTC", "12:00:00 UTC")):
            with self.subTest(zone=zone), timezone.override(ZoneInfo(zone)):
                self.assertIn(told, moment(NOON))
