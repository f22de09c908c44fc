"""Structured data, in forms and on pages."""

from django import forms
from django.template import Context, Template

from pages.forms import Form
from pages.testing import BareTests


class JSONTests(BareTests):
    class JSONForm(Form):
        value = forms.JSONField()

    def test_what_cannot_be_kept_is_an_error(self):
        odd = ("NaN", "[-Infinity]", "1e999", '"\\u0000"', '{"\\\\\\u0000": 1}')
        for text in ("9" * 5000, "[" * 100_000, '["\\ud800"]', "{", *odd):
            form = self.JSONForm({"value": text})
            self.assertIn("value", form.errors, text[:20])

    def test_what_can_be_kept_is_kept(self):
        form = self.JSONForm({"value": '{"a": [1, null, "ü", "\\\\u0000"]}'})
        self.assertTrue(form.is_valid())
        self.assertEqual(form.cleaned_data["value"], {"a": [1, None, "ü", r"\u0000"]})

    def test_it_is_laid_out_and_escaped(self):
        template = Template("{% load pages %}{{ value|pretty }}")
        text = template.render(Context({"value": {"ä": ["<b>", None]}}))
        self.assertEqual(
            text.split(),
            ["{", "&quot;ä&quot;:", "[", "&quot;&lt;b&gt;&quot;,", "null", "]", "}"],
        )
