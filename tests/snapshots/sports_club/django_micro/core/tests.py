"""Every page of every entity, used as people use it."""

import datetime

from pages.testing import PageTests, choose_values

from .models import (
    Address,
    Booking,
    Club,
    Ground,
    Lock,
    Locker,
    Match,
    MedicalCard,
    Member,
    Team,
    Trophy,
)


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def club_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_club():
    return Club.objects.create(**club_values())


def values_of_account(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def member_values(**changes):
    return {
        "name": "Sample 1",
        "email": "sample1@example.com",
        **changes,
    }


def make_member():
    return Member.objects.create(**member_values())


def medicalcard_values(**changes):
    return {
        "member": Member.objects.first() or make_member(),
        **changes,
    }


def make_medicalcard():
    return MedicalCard.objects.create(**medicalcard_values())


def address_values(**changes):
    return {
        "town": "Sample 1",
        "member": Member.objects.first() or make_member(),
        **changes,
    }


def make_address():
    return Address.objects.create(**address_values())


def team_values(**changes):
    return {
        "club": Club.objects.first() or make_club(),
        "name": "Sample 1",
        **changes,
    }


def make_team():
    return Team.objects.create(**team_values())


def match_values(**changes):
    return {
        "club": Club.objects.first() or make_club(),
        "opponent": "Sample 1",
        "team": Team.objects.first() or make_team(),
        "kick_off": datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
        "status": "planned",
        **changes,
    }


def make_match():
    return Match.objects.create(**match_values())


def trophy_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_trophy():
    return Trophy.objects.create(**trophy_values())


def ground_values(**changes):
    return {
        "club": Club.objects.first() or make_club(),
        "name": "Sample 1",
        **changes,
    }


def make_ground():
    return Ground.objects.create(**ground_values())


def booking_values(**changes):
    return choose_values(
        Booking,
        {
            "ground": Ground.objects.first() or make_ground(),
            "member": Member.objects.first() or make_member(),
            **changes,
        },
        {
            "starts_at": [
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
            ],
            "cancelled": [True, False],
        },
    )


def make_booking():
    return Booking.objects.create(**booking_values())


def locker_values(**changes):
    return {
        "number": "Sample 1",
        "starts_at": datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
        **changes,
    }


def make_locker():
    return Locker.objects.create(**locker_values())


def lock_values(**changes):
    return {
        "combination": "Sample 1",
        "locker": Locker.objects.first() or make_locker(),
        **changes,
    }


def make_lock():
    return Lock.objects.create(**lock_values())


class ClubTests(PageTests):
    model = Club

    def test_list(self):
        row = make_club()
        response = self.visit("club_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("club_create")
        self.submit("club_create", club_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_club()
        response = self.visit("club_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_club()
        response = self.visit("club_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("club_update", club_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_club()
        response = self.visit("club_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("club_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class MemberTests(PageTests):
    model = Member

    def test_list(self):
        row = make_member()
        response = self.visit("member_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("member_create")
        self.submit("member_create", member_values())
        self.assertEqual(self.model.objects.count(), 2)

    def test_delete(self):
        row = make_member()
        response = self.visit("member_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("member_delete", {}, row)
        self.assertFalse(self.model.objects.filter(pk=row.pk).exists())


class MedicalCardTests(PageTests):
    model = MedicalCard

    def test_list(self):
        row = make_medicalcard()
        response = self.visit("medical_card_list")
        self.assertIn(row, response.context["object_list"])

    def test_audit(self):
        self.check_audit(make_medicalcard())

    def test_delete(self):
        row = make_medicalcard()
        response = self.visit("medical_card_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("medical_card_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class TeamTests(PageTests):
    model = Team

    def test_list(self):
        row = make_team()
        response = self.visit("team_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("team_create")
        self.submit("team_create", team_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_team()
        response = self.visit("team_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_delete(self):
        row = make_team()
        response = self.visit("team_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("team_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class MatchTests(PageTests):
    model = Match

    def test_list(self):
        row = make_match()
        response = self.visit("match_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("match_create")
        self.submit("match_create", match_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_match()
        response = self.visit("match_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_transitions(self):
        row = make_match()
        self.check_transitions(
            row,
            free={
                "planned": ["played"],
                "played": ["planned", "reported"],
                "reported": ["played"],
            },
            guarded={},
        )

    def test_restore(self):
        row = make_match()
        row.delete()
        self.assertFalse(self.model.objects.exists())
        response = self.visit("match_put_away")
        self.assertIn(row, response.context["object_list"])
        self.submit(response.context["view"].restore_page, {}, row)
        self.assertEqual(self.model.objects.get(), row)

    def test_delete(self):
        row = make_match()
        response = self.visit("match_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("match_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class TrophyTests(PageTests):
    model = Trophy

    def test_list(self):
        row = make_trophy()
        response = self.visit("trophy_list")
        self.assertIn(row, response.context["object_list"])

    def test_delete(self):
        row = make_trophy()
        response = self.visit("trophy_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("trophy_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class GroundTests(PageTests):
    model = Ground

    def test_list(self):
        row = make_ground()
        response = self.visit("ground_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("ground_create")
        self.submit("ground_create", ground_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_ground()
        response = self.visit("ground_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_ground()
        response = self.visit("ground_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("ground_update", ground_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_ground()
        response = self.visit("ground_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("ground_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class BookingTests(PageTests):
    model = Booking

    def test_list(self):
        row = make_booking()
        response = self.visit("booking_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("booking_create")
        self.submit("booking_create", booking_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_booking()
        response = self.visit("booking_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_booking()
        response = self.visit("booking_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("booking_update", booking_values(hours=2), row)
        row.refresh_from_db()
        self.assertEqual(row.hours, 2)

    def test_delete(self):
        row = make_booking()
        response = self.visit("booking_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("booking_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class LockerTests(PageTests):
    model = Locker

    def test_list(self):
        row = make_locker()
        response = self.visit("locker_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("locker_create")

    def test_view(self):
        row = make_locker()
        response = self.visit("locker_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_locker()
        response = self.visit("locker_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("locker_update", locker_values(number="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.number, "Sample 2")

    def test_delete(self):
        row = make_locker()
        response = self.visit("locker_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("locker_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
