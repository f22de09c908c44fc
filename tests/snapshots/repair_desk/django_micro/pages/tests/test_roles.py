"""Roles: who gives which to whom, and from when on they count."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from records.permissions import list_closed
from records.roles import ROLES, has_role

from ..accounts.giving_roles import ROLE, read_roles
from ..testing import PageTests, add_account, get_account

User = get_user_model()
FIRST, *OTHERS = ROLES


def add_person(name, *roles, gives=False):
    """A member with some roles, and no other, who may give some or not."""
    account = add_account(name)
    User.objects.filter(pk=account.pk).update(**{ROLE: "".join(roles)})
    if gives:
        found = Permission.objects.get(codename="change_permission")
        account.user_permissions.add(found)
    return find(account)


def find(account):
    """The account as another request would find it."""
    return User.objects.get(pk=account.pk)


class RolesTests(PageTests):
    def send(self, account, *roles):
        data = {"account": account.pk, "role": roles}
        return self.client.post(reverse("roles"), data).status_code

    def test_superusers_give_all_roles(self):
        account = add_person("ada")
        self.assertContains(self.visit("roles"), f'value="{account.pk}"')
        for name in ROLES:
            self.assertEqual(self.send(account, name), 302)
            self.assertEqual(read_roles(find(account)), {name})

    def test_others_neither_see_nor_give_roles(self):
        account = add_person("ada", FIRST)
        self.client.force_login(account)
        self.assertEqual(self.client.get(reverse("roles")).status_code, 403)
        other = add_person("bob")
        self.assertEqual(self.send(other, FIRST), 403)
        self.assertEqual(read_roles(find(other)), set())

    def test_visitors_are_asked_to_sign_in(self):
        self.client.logout()
        answer = self.client.get(reverse("roles"))
        self.assertTrue(answer.headers["Location"].startswith(reverse("login")))

    def test_nobody_gives_what_they_lack(self):
        self.client.force_login(add_person("ada", FIRST, gives=True))
        account = add_person("bob")
        self.assertEqual(self.send(account, FIRST), 302)
        self.assertEqual(read_roles(find(account)), {FIRST})
        for name in OTHERS:
            self.assertEqual(self.send(account, name), 403)
            self.assertEqual(read_roles(find(account)), {FIRST})

    def test_nobody_takes_what_they_lack(self):
        self.client.force_login(add_person("ada", FIRST, gives=True))
        for name in OTHERS:
            account = add_person(f"bob-{name}", name)
            self.assertEqual(self.send(account, FIRST), 403)
            self.assertEqual(read_roles(find(account)), {name})

    def test_nobody_sets_their_own(self):
        account = add_person("ada", FIRST, gives=True)
        for each in (account, get_account()):
            self.client.force_login(each)
            before = read_roles(each)
            self.assertNotContains(self.visit("roles"), f'value="{each.pk}"')
            self.assertEqual(self.send(each), 403)
            self.assertEqual(read_roles(find(each)), before)

    def test_nobody_gets_at_an_account_with_a_role_that_they_lack(self):
        giver, equal = add_person("ada", FIRST, gives=True), add_person("eve", FIRST)
        self.assertNotIn(User.EMAIL_FIELD, list_closed(giver, equal))
        for name in OTHERS:
            account = add_person(f"bob-{name}", name)
            self.assertIn(User.EMAIL_FIELD, list_closed(giver, account))

    def test_nobody_changes_who_may_do_more(self):
        self.client.force_login(add_person("ada", FIRST, gives=True))
        account = add_person("bob")
        User.objects.filter(pk=account.pk).update(is_staff=True)
        self.assertEqual(self.send(account, FIRST), 403)
        self.assertEqual(read_roles(find(account)), set())

    def test_a_stale_page_takes_no_role(self):
        account = add_person("ada", FIRST)
        data = {"account": account.pk, "role": [], "before": [""]}
        answer = self.client.post(reverse("roles"), data, follow=True)
        self.assertContains(answer, "Meanwhile this was changed")
        self.assertEqual(read_roles(find(account)), {FIRST})

    def test_nonsense_is_refused(self):
        account = add_person("ada", FIRST)
        self.assertEqual(self.send(account, "no such role"), 403)
        answer = self.client.post(reverse("roles"), {"account": "x", "role": FIRST})
        self.assertEqual(answer.status_code, 404)
        self.assertEqual(read_roles(find(account)), {FIRST})

    def test_a_role_counts_from_the_next_request_on(self):
        account = add_person("ada")
        kept = self.client_class()
        kept.force_login(account)
        for name in ROLES:
            self.send(account, name)
            user = kept.get(reverse("home")).wsgi_request.user
            self.assertTrue(has_role(user, name))
            self.assertFalse(has_role(user, *(ROLES.keys() - {name})))

    def test_accounts_are_searched(self):
        row, other = add_person("ada"), add_person("bob")
        answer = self.client.get(reverse("roles"), {"q": row.get_username()})
        self.assertContains(answer, f'value="{row.pk}"')
        self.assertNotContains(answer, f'value="{other.pk}"')
