from pages.filters import FilterSet

from .models import Choice, Link, Moment, Number, Reading, Text


class TextFilterSet(FilterSet):
    class Meta:
        model = Text
        fields = {
            "zone": ["exact"],
            "home_zone": ["exact"],
        }


class NumberFilterSet(FilterSet):
    class Meta:
        model = Number
        fields = {
            "flag": ["exact"],
            "agreed": ["exact"],
            "active": ["exact"],
        }


class MomentFilterSet(FilterSet):
    class Meta:
        model = Moment
        fields = {
            "made_at": ["range"],
            "made_on": ["range"],
            "day": ["range"],
            "yesterday": ["range", "isnull"],
            "next_week": ["range", "isnull"],
            "fixed_day": ["range", "isnull"],
            "moment": ["range", "isnull"],
            "earlier": ["range", "isnull"],
            "soon": ["range", "isnull"],
            "midnight": ["range", "isnull"],
            "fixed": ["range", "isnull"],
        }


class ChoiceFilterSet(FilterSet):
    class Meta:
        model = Choice
        fields = {
            "colour": ["exact"],
            "other_colour": ["exact"],
            "size": ["exact"],
            "mood": ["exact"],
        }


class LinkFilterSet(FilterSet):
    class Meta:
        model = Link
        fields = {
            "owner": ["exact"],
            "text": ["exact"],
            "number": ["exact"],
            "moment": ["exact"],
            "choice": ["exact"],
            "follows": ["exact"],
            "only": ["exact"],
        }
        search = {
            "owner": ["username"],
            "text": ["title"],
            "number": ["pk"],
            "moment": ["label"],
            "choice": ["pk"],
            "follows": [
                "pk",
                "owner__username",
                "text__title",
                "moment__label",
                "only__label",
            ],
            "only": ["label"],
        }


class ReadingFilterSet(FilterSet):
    class Meta:
        model = Reading
        fields = {
            "taken_at": ["range"],
        }
