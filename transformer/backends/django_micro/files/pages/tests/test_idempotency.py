"""What is sent again is done once, and remembered for a day."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import RequestFactory
from django.utils import timezone

from ..idempotency import KEPT, Repeated, claim_key, find_object, read_request_key
from ..models import IdempotencyKey
from ..testing import PageTests, add_account, get_account

User = get_user_model()


def make_request(address="/", user=None, **data):
    data = {"idempotency-key": "token", **data}
    request = RequestFactory().post(address, data)
    request.user = user or get_account()
    return request


class IdempotencyTests(PageTests):
    def test_a_key_is_made_of_all_that_counts(self):
        key = read_request_key(make_request())
        same = {"csrfmiddlewaretoken": "new", "form-another": "1"}
        self.assertEqual(read_request_key(make_request(**same)), key)
        others = [
            make_request("/other/"),
            make_request(title="other"),
            make_request(user=add_account("other")),
            make_request(**{"idempotency-key": "other"}),
        ]
        self.assertNotIn(key, map(read_request_key, others))
        self.assertEqual(read_request_key(make_request(**{"idempotency-key": ""})), "")

    def test_who_comes_second_is_refused(self):
        claim_key("key")
        with self.assertRaises(Repeated), transaction.atomic():
            claim_key("key")

    def test_what_failed_can_be_sent_again(self):
        with transaction.atomic():
            claim_key("key")
            transaction.set_rollback(True)
        claim_key("key")

    def test_what_is_gone_can_be_made_again(self):
        row = add_account("row")
        IdempotencyKey.objects.create(key="key", object_key=row.pk)
        self.assertEqual(find_object("key", User), row)
        row.delete()
        self.assertIsNone(find_object("key", User))
        claim_key("key")

    def test_old_keys_are_deleted(self):
        for key, age in (("old", KEPT), ("new", KEPT - timedelta(minutes=1))):
            IdempotencyKey.objects.create(key=key)
            created = timezone.now() - age
            IdempotencyKey.objects.filter(key=key).update(created_at=created)
        with self.captureOnCommitCallbacks(execute=True):
            claim_key("key")
        keys = IdempotencyKey.objects.values_list("key", flat=True)
        self.assertEqual(set(keys), {"new", "key"})
