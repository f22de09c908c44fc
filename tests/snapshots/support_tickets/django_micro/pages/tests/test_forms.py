"""Forms, tried on Django's own permissions and content types, which every app has."""

from django import forms
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import override_settings
from django.urls import path

from app import urls
from pages import generic
from pages.forms import Form, ModelForm, Reference
from pages.forms.references import MOST_MATCHES, MOST_OPTIONS
from pages.testing import PageTests


class PermissionForm(ModelForm):
    references = {"content_type": Reference(["app_label", "model"], add="type_create")}

    class Meta:
        model = Permission
        fields = ["name", "codename", "content_type"]


class TypeForm(ModelForm):
    class Meta:
        model = ContentType
        fields = ["app_label", "model"]


class PermissionCreateView(generic.CreateView):
    model = Permission
    form_class = PermissionForm
    template_name = "pages/accounts/set_up.html"
    success_url = "/saved/"


class PermissionUpdateView(generic.UpdateView):
    model = Permission
    form_class = PermissionForm
    template_name = "pages/accounts/set_up.html"
    success_url = "/saved/"


class FixedForm(PermissionForm):
    readonly = ["name"]


class FixedUpdateView(PermissionUpdateView):
    form_class = FixedForm


class TypeCreateView(generic.CreateView):
    model = ContentType
    form_class = TypeForm
    template_name = "pages/accounts/set_up.html"
    success_url = "/saved/"


urlpatterns = [
    path("try/new/", PermissionCreateView.as_view()),
    path("try/<int:pk>/fixed/", FixedUpdateView.as_view()),
    path("try/<int:pk>/", PermissionUpdateView.as_view()),
    path("try/types/new/", TypeCreateView.as_view(), name="type_create"),
    *urls.urlpatterns,
]


class PackingForm(Form):
    weight = forms.IntegerField(min_value=0)
    size = forms.ChoiceField(
        choices=[("", "-"), ("s", "Small")], widget=forms.RadioSelect
    )


@override_settings(ROOT_URLCONF=__name__)
class FormTests(PageTests):
    def setUp(self):
        super().setUp()
        self.target = ContentType.objects.get_for_model(Permission)
        self.values = {
            "name": "Can juggle",
            "codename": "juggle",
            "content_type": self.target.pk,
        }

    def count(self):
        return Permission.objects.filter(name="Can juggle").count()

    def send(self, address="/try/new/", **changes):
        return self.client.post(address, {**self.values, **changes})

    def fill_targets(self):
        ContentType.objects.bulk_create(
            ContentType(app_label="zoo", model=f"animal{number:03}")
            for number in range(MOST_OPTIONS + 1)
        )

    def test_mistakes_are_told_twice(self):
        response = self.send(name="", codename="")
        self.assertContains(response, 'role="alert"')
        self.assertContains(response, 'href="#id_name"')
        self.assertContains(response, 'aria-invalid="true"', count=2)
        self.assertContains(response, 'aria-describedby="id_name_error"', count=1)
        self.assertContains(response, " autofocus", count=1)
        self.assertEqual(response.context["form"].focus_name, "name")

    def test_check_saves_nothing(self):
        response = self.send(**{"form-check": "name"})
        self.assertEqual(response.status_code, 200)
        self.assertNotContains(response, "invalid-feedback")
        response = self.send(name="", **{"form-check": "name"})
        self.assertContains(response, "invalid-feedback")
        self.assertEqual(self.count(), 0)

    def test_sending_twice_makes_one_row(self):
        page = self.client.get("/try/new/")
        token = {"idempotency-key": page.context["token"]}
        for _ in range(2):
            self.assertRedirects(
                self.send(**token), "/saved/", fetch_redirect_response=False
            )
        self.assertEqual(self.count(), 1)
        # Changed on the way, it is another one.
        self.send(codename="juggle_fire", **token)
        self.assertEqual(self.count(), 2)
        # What is gone can be made again.
        Permission.objects.filter(codename="juggle").delete()
        self.send(**token)
        self.assertEqual(self.count(), 2)

    def test_address_fills_fields(self):
        response = self.client.get(
            f"/try/new/?content_type={self.target.pk}&name=Fly&codename="
        )
        initial = response.context["form"].initial
        self.assertEqual(initial["content_type"], self.target)
        self.assertEqual(initial["name"], "Fly")
        for garbage in ("x", "0", "%00"):
            response = self.client.get(f"/try/new/?content_type={garbage}")
            self.assertEqual(response.context["form"].initial, {})

    def test_address_fills_nothing_of_a_row_that_is_there(self):
        row = Permission.objects.create(**{**self.values, "content_type": self.target})
        page = self.client.get(f"/try/{row.pk}/?name=Forged")
        self.assertContains(page, 'value="Can juggle"')
        self.assertNotContains(page, 'value="Forged"')

    def test_address_changes_nothing_that_is_fixed(self):
        row = Permission.objects.create(**{**self.values, "content_type": self.target})
        self.send(f"/try/{row.pk}/fixed/?name=Forged", name="Forged", codename="new")
        row.refresh_from_db()
        self.assertEqual((row.name, row.codename), ("Can juggle", "new"))

    def test_inputs(self):
        form = PackingForm()
        self.assertIn('inputmode="numeric"', str(form["weight"]))
        # What has to be chosen can't be nothing.
        self.assertEqual(str(form["size"]).count("<input"), 1)

    def test_way_back(self):
        here = "/try/new/?next=/somewhere/%3Fpage%3D2"
        self.assertContains(self.client.get(here), 'href="/somewhere/?page=2"')
        self.assertEqual(self.send(here)["Location"], "/somewhere/?page=2")
        for elsewhere in ("//example.com", "https://example.com/", "javascript:x"):
            here = f"/try/new/?next={elsewhere}"
            self.assertNotContains(self.client.get(here), f'href="{elsewhere}')
            response = self.send(here, codename=f"juggle{len(here)}")
            self.assertEqual(response["Location"], "/saved/")

    def test_another_one(self):
        response = self.send("/try/new/?name=Fly", **{"form-another": "1"})
        self.assertEqual(response["Location"], "/try/new/?name=Fly")
        self.assertEqual(self.count(), 1)

    def test_missing_row_is_added_on_the_way(self):
        here = "/try/new/%3Fcontent_type%3D1%26name%3DFly"
        self.assertContains(
            self.client.get("/try/new/"),
            '/try/types/new/?next=%2Ftry%2Fnew%2F&amp;fill=content_type"',
        )
        address = f"/try/types/new/?next={here}&fill=content_type"
        self.assertContains(self.client.get(address), 'id="added_model"')
        response = self.client.post(address, {"app_label": "zoo", "model": "ape"})
        row = ContentType.objects.get(model="ape")
        there = f"/try/new/?name=Fly&content_type={row.pk}"
        self.assertEqual(response["Location"], there)
        form = self.client.get(response["Location"]).context["form"]
        self.assertInHTML(
            f'<option value="{row.pk}" selected>{row}</option>',
            str(form["content_type"]),
        )

    def test_few_rows_are_a_list(self):
        # A large app has more models, and so more rows, than make a list.
        ContentType.objects.exclude(app_label="auth").delete()
        response = self.client.get("/try/new/")
        self.assertNotContains(response, "<type-ahead")
        self.assertContains(response, "<option", count=1 + self.target_count())

    def target_count(self):
        return ContentType.objects.count()

    def test_many_rows_are_searched(self):
        self.fill_targets()
        response = self.client.get("/try/new/")
        self.assertContains(response, "<type-ahead")
        self.assertContains(response, "<option", count=1)
        response = self.send(
            **{"form-search": "content_type", "content_type-search": "zoo 07"},
            name="",
            content_type="",
        )
        self.assertContains(response, "animal07", count=10)
        self.assertNotContains(response, "invalid-feedback")

    def test_search_without_a_choice_saves_nothing(self):
        self.fill_targets()
        response = self.send(**{"content_type-search": "animal007"})
        self.assertContains(response, "Choose one of the matches.")
        self.assertEqual(self.count(), 0)
        chosen = ContentType.objects.get(model="animal007").pk
        self.send(**{"content_type-search": "animal007"}, content_type=chosen)
        self.assertEqual(self.count(), 1)

    def test_choice_of_many_is_kept(self):
        self.fill_targets()
        row = Permission.objects.create(**{**self.values, "content_type": self.target})
        response = self.client.get(f"/try/{row.pk}/")
        self.assertInHTML(
            f'<option value="{self.target.pk}" selected>{self.target}</option>',
            str(response.context["form"]["content_type"]),
        )

    def test_matches_come_while_typing(self):
        self.fill_targets()
        address = "/try/new/?form-search=content_type&text="
        matches = self.client.get(f"{address}ANIMAL").json()["matches"]
        self.assertEqual(len(matches), MOST_MATCHES)
        self.assertEqual(self.client.get(f"{address}zzz").json()["matches"], [])
        for odd in ("%25", "%00zzz", "'", "x" * 5000):
            self.assertEqual(self.client.get(f"{address}{odd}").json()["matches"], [])
        self.client.logout()
        # Whoever may not see the form learns nothing of its rows.
        if self.client.get("/try/new/").status_code != 200:
            self.assertEqual(self.client.get(address).status_code, 302)

    def test_page_shows_the_row_as_it_is(self):
        row = Permission.objects.create(**{**self.values, "content_type": self.target})
        response = self.send(f"/try/{row.pk}/", name="Changed", codename="")
        self.assertEqual(response.context["object"].name, "Can juggle")
