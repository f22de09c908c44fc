from django import forms

from pages.forms import (
    DateInput,
    DateTimeInput,
    DecimalInput,
    FileInput,
    ModelForm,
    Reference,
    TimeInput,
)

from .models import Choice, Feed, Link, Moment, Number, Setting, Subscriber, Text


class SettingForm(ModelForm):
    class Meta:
        model = Setting
        fields = [
            "name",
            "value",
        ]
        widgets = {
            "value": forms.Textarea(attrs={"rows": 4}),
        }


class TextCreateForm(ModelForm):
    fieldsets = [
        ("Words", ["title", "code", "nickname", "body", "motto", "secret"]),
        ("Addresses", ["email", "homepage", "address", "path", "zone"]),
    ]

    class Meta:
        model = Text
        fields = [
            "title",
            "code",
            "nickname",
            "body",
            "motto",
            "secret",
            "email",
            "homepage",
            "address",
            "path",
            "zone",
        ]
        labels = {
            "nickname": "Nick",
            "homepage": "Home page",
        }
        help_texts = {
            "title": "In a few words.",
            "nickname": "Nobody else's.",
        }
        widgets = {
            "title": forms.TextInput(attrs={"placeholder": "A title"}),
            "code": forms.TextInput(attrs={"placeholder": "ABC"}),
            "body": forms.Textarea(attrs={"rows": 4}),
            "motto": forms.Textarea(),
            "secret": forms.PasswordInput(),
            "homepage": forms.URLInput(attrs={"placeholder": "https://"}),
            "path": forms.HiddenInput(),
        }


class TextEditForm(ModelForm):
    class Meta:
        model = Text
        fields = [
            "title",
            "code",
            "nickname",
            "body",
            "secret",
            "email",
            "homepage",
            "address",
            "motto",
            "tagline",
            "reply_to",
            "docs",
            "path",
            "zone",
            "home_zone",
        ]
        widgets = {
            "body": forms.Textarea(attrs={"rows": 4}),
            "tagline": forms.Textarea(attrs={"rows": 4}),
        }


class NumberCreateForm(ModelForm):
    class Meta:
        model = Number
        fields = [
            "whole",
            "signed",
            "ratio",
            "temperature",
            "share",
            "exact",
            "price",
            "fee",
            "rank",
            "flag",
            "agreed",
            "active",
        ]
        widgets = {
            "signed": forms.NumberInput(attrs={"min": -10, "max": 10}),
            "ratio": forms.NumberInput(attrs={"min": 0, "max": 1}),
            "share": DecimalInput(attrs={"min": 0, "max": 100}),
            "exact": DecimalInput(),
            "price": forms.NumberInput(attrs={"min": "0.01"}),
        }


class NumberEditForm(ModelForm):
    fieldsets = [
        ("Number", ["whole", "signed", "share", "price", "agreed"]),
    ]
    readonly = ["signed"]

    class Meta:
        model = Number
        fields = [
            "whole",
            "signed",
            "share",
            "price",
            "agreed",
        ]
        help_texts = {
            "share": "In per cent",
        }
        widgets = {
            "signed": forms.NumberInput(attrs={"min": -10, "max": 10}),
            "share": DecimalInput(attrs={"min": 0, "max": 100}),
            "price": forms.NumberInput(attrs={"min": "0.01"}),
        }


class MomentForm(ModelForm):
    class Meta:
        model = Moment
        fields = [
            "label",
            "day",
            "yesterday",
            "next_week",
            "fixed_day",
            "moment",
            "earlier",
            "soon",
            "midnight",
            "fixed",
            "clock",
            "opening",
        ]
        widgets = {
            "day": DateInput(),
            "yesterday": DateInput(),
            "next_week": DateInput(),
            "fixed_day": DateInput(),
            "moment": DateTimeInput(),
            "earlier": DateTimeInput(),
            "soon": DateTimeInput(),
            "midnight": DateTimeInput(),
            "fixed": DateTimeInput(),
            "clock": TimeInput(),
            "opening": TimeInput(),
        }


class ChoiceCreateForm(ModelForm):
    fieldsets = [
        (
            "Choice",
            [
                "code",
                "colour",
                "size",
                "mood",
                "payload",
                "token",
                "manual",
                "scan",
                "portrait",
            ],
        ),
    ]

    class Meta:
        model = Choice
        fields = [
            "code",
            "colour",
            "size",
            "mood",
            "payload",
            "token",
            "manual",
            "scan",
            "portrait",
        ]
        widgets = {
            "code": forms.RadioSelect(),
            "size": forms.RadioSelect(),
            "mood": forms.RadioSelect(),
            "payload": forms.Textarea(attrs={"rows": 4}),
            "manual": FileInput(),
            "scan": FileInput(),
            "portrait": FileInput(attrs={"accept": "image/*"}),
        }


class ChoiceEditForm(ModelForm):
    class Meta:
        model = Choice
        fields = [
            "colour",
            "other_colour",
            "size",
            "mood",
            "payload",
            "settings_field",
            "limit",
            "switched",
            "token",
            "batch",
            "manual",
            "scan",
            "portrait",
        ]
        widgets = {
            "payload": forms.Textarea(attrs={"rows": 4}),
            "settings_field": forms.Textarea(attrs={"rows": 4}),
            "limit": forms.Textarea(attrs={"rows": 4}),
            "switched": forms.Textarea(attrs={"rows": 4}),
            "manual": FileInput(),
            "scan": FileInput(),
            "portrait": FileInput(attrs={"accept": "image/*"}),
        }


class LinkCreateForm(ModelForm):
    fieldsets = [
        ("Link", ["owner", "text", "number", "moment", "choice"]),
    ]
    references = {
        "owner": Reference(["username"]),
        "number": Reference(["pk"], add="number_create"),
        "moment": Reference(["label"], add="moment_create"),
        "choice": Reference(["pk"], add="choice_create"),
    }

    class Meta:
        model = Link
        fields = [
            "owner",
            "text",
            "number",
            "moment",
            "choice",
        ]
        widgets = {
            "text": forms.RadioSelect(),
        }


class LinkEditForm(ModelForm):
    references = {
        "owner": Reference(["username"]),
        "text": Reference(["title"], add="text_create"),
        "number": Reference(["pk"], add="number_create"),
        "moment": Reference(["label"], add="moment_create"),
        "choice": Reference(["pk"], add="choice_create"),
        "follows": Reference(
            ["pk", "owner__username", "text__title", "moment__label", "only__label"],
            add="link_create",
        ),
        "only": Reference(["label"], add="moment_create"),
    }

    class Meta:
        model = Link
        fields = [
            "owner",
            "text",
            "number",
            "moment",
            "choice",
            "follows",
            "only",
        ]


class SubscriberForm(ModelForm):
    class Meta:
        model = Subscriber
        fields = [
            "address",
            "name",
        ]


class FeedForm(ModelForm):
    class Meta:
        model = Feed
        fields = [
            "source",
            "label",
        ]
