"""Every page of every entity, used as people use it."""

from pages.testing import PageTests, choose_values

from .models import Comment, Ticket, User


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def ticket_values(**changes):
    return choose_values(
        Ticket,
        {
            "subject": "Sample 1",
            "description": "Sample 1",
            "reporter": User.objects.first() or make_user(),
            **changes,
        },
        {"assignee": [None, User.objects.first() or make_user()]},
    )


def make_ticket():
    return Ticket.objects.create(**ticket_values())


def comment_values(**changes):
    return {
        "ticket": Ticket.objects.first() or make_ticket(),
        "author": User.objects.first() or make_user(),
        "text": "Sample 1",
        **changes,
    }


def make_comment():
    return Comment.objects.create(**comment_values())


def values_of_account(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def user_values(**changes):
    return {
        "email": "sample1@example.com",
        "name": "Sample 1",
        "role": "customer",
        **changes,
    }


def make_user():
    return User.objects.create(**user_values())


class TicketTests(PageTests):
    model = Ticket

    def test_list(self):
        row = make_ticket()
        response = self.visit("ticket_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("ticket_create")
        self.submit("ticket_create", ticket_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_create_ticket_create_2(self):
        self.visit("ticket_create_2")
        self.submit("ticket_create_2", ticket_values(assignee=None))
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_ticket()
        response = self.visit("ticket_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_ticket()
        response = self.visit("ticket_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("ticket_update", ticket_values(subject="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.subject, "Sample 2")

    def test_transitions(self):
        row = make_ticket()
        self.check_transitions(
            row,
            free={"waiting": ["open"], "solved": ["open"]},
            guarded={
                "open": ["waiting", "solved", "closed"],
                "waiting": ["solved", "closed"],
                "solved": ["closed"],
            },
        )

    def test_audit(self):
        self.check_audit(make_ticket())

    def test_restore(self):
        row = make_ticket()
        row.delete()
        self.assertFalse(self.model.objects.exists())
        response = self.visit("ticket_put_away")
        self.assertIn(row, response.context["object_list"])
        self.submit(response.context["view"].restore_page, {}, row)
        self.assertEqual(self.model.objects.get(), row)

    def test_delete(self):
        row = make_ticket()
        response = self.visit("ticket_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("ticket_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class CommentTests(PageTests):
    model = Comment

    def test_list(self):
        row = make_comment()
        response = self.visit("comment_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("comment_create")
        self.submit("comment_create", comment_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_comment()
        response = self.visit("comment_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_comment()
        response = self.visit("comment_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("comment_update", comment_values(text="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.text, "Sample 2")

    def test_audit(self):
        self.check_audit(make_comment())

    def test_restore(self):
        row = make_comment()
        row.delete()
        self.assertFalse(self.model.objects.exists())
        response = self.visit("comment_put_away")
        self.assertIn(row, response.context["object_list"])
        self.submit(response.context["view"].restore_page, {}, row)
        self.assertEqual(self.model.objects.get(), row)

    def test_delete(self):
        row = make_comment()
        response = self.visit("comment_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("comment_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class UserTests(PageTests):
    model = User

    def test_list(self):
        row = make_user()
        response = self.visit("user_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("user_create")
        self.submit("user_create", user_values())
        self.assertEqual(self.model.objects.count(), 2)

    def test_view(self):
        row = make_user()
        response = self.visit("user_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_user()
        response = self.visit("user_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("user_update", user_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_user()
        response = self.visit("user_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("user_delete", {}, row)
        self.assertFalse(self.model.objects.filter(pk=row.pk).exists())
