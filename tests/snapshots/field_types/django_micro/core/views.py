from django.urls import reverse_lazy

from pages import generic

from . import filters, forms
from .models import (
    Choice,
    Feed,
    Link,
    Moment,
    Number,
    Reading,
    Setting,
    Subscriber,
    Text,
)


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("text_list", "Texts", Text),
        generic.Listing("number_list", "Numbers", Number),
        generic.Listing(
            "moment_list",
            "Moments",
            Moment,
            chart="day",
            moment="made_at",
        ),
        generic.Listing("choice_list", "Choices", Choice, chart="code"),
        generic.Listing("link_list", "Links", Link),
        generic.Listing("subscriber_list", "Subscribers", Subscriber),
        generic.Listing("feed_list", "Feeds", Feed),
        generic.Listing("reading_list", "Readings", Reading),
    ]


class ReadingListView(generic.ListView):
    model = Reading
    columns = {
        "taken_at": "Taken at",
        "value": "Value",
    }
    template_name = "core/reading_list.html"
    url_name = "reading_list"
    filterset_class = filters.ReadingFilterSet
    bulk_actions = ["delete"]


class SettingCreateView(generic.CreateView):
    model = Setting
    form_class = forms.SettingForm
    template_name = "core/setting_create.html"
    success_url = reverse_lazy("setting_create")


class TextListView(generic.ListView):
    model = Text
    columns = {
        "title": "Title",
        "nickname": "Nick",
        "secret": "Secret",
        "email": "Email",
        "homepage": "Home page",
        "zone": "Zone",
    }
    masked = ["secret", "email"]
    template_name = "core/text_list.html"
    url_name = "text_list"
    search_fields = Text.search_fields
    filterset_class = filters.TextFilterSet
    bulk_actions = ["delete"]
    add_form = forms.TextCreateForm
    add_fields = ["title"]


class TextDetailView(generic.DetailView):
    model = Text
    template_name = "core/text_detail.html"
    related = [
        generic.Related(
            "links",
            "Links",
            select=["choice", "follows", "moment", "number", "only", "owner"],
            index="link_list",
            add="link_create",
            columns={
                "owner": "Owner",
                "number": "Number",
                "moment": "Moment",
                "choice": "Choice",
                "follows": "Follows",
                "only": "Only",
            },
            link="owner",
        ),
    ]


class TextCreateView(generic.CreateView):
    model = Text
    form_class = forms.TextCreateForm
    template_name = "core/text_create.html"


class TextUpdateView(generic.UpdateView):
    model = Text
    form_class = forms.TextEditForm
    template_name = "core/text_update.html"


class NumberListView(generic.ListView):
    model = Number
    columns = {
        "whole": "Whole",
        "signed": "Signed",
        "ratio": "Ratio",
        "temperature": "Temperature",
        "share": "Share",
        "exact": "Exact",
        "price": "Price",
        "fee": "Fee",
        "rank": "Rank",
        "flag": "Flag",
        "agreed": "Agreed",
        "active": "Active",
    }
    template_name = "core/number_list.html"
    url_name = "number_list"
    filterset_class = filters.NumberFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.NumberEditForm
    edit_fields = ["agreed"]
    add_form = forms.NumberCreateForm
    add_fields = ["whole", "share", "price"]


class NumberDetailView(generic.DetailView):
    model = Number
    template_name = "core/number_detail.html"
    related = [
        generic.Related(
            "links",
            "Links",
            select=["choice", "follows", "moment", "only", "owner", "text"],
            index="link_list",
            add="link_create",
            columns={
                "owner": "Owner",
                "text": "Text",
                "moment": "Moment",
                "choice": "Choice",
                "follows": "Follows",
                "only": "Only",
            },
            link="owner",
        ),
    ]


class NumberCreateView(generic.CreateView):
    model = Number
    form_class = forms.NumberCreateForm
    template_name = "core/number_create.html"


class NumberUpdateView(generic.UpdateView):
    model = Number
    form_class = forms.NumberEditForm
    template_name = "core/number_update.html"


class MomentListView(generic.ListView):
    model = Moment
    columns = {
        "label": "Label",
        "made_at": "Made at",
        "changed_at": "Changed at",
        "made_on": "Made on",
        "changed_on": "Changed on",
        "made_at_time": "Made at time",
        "changed_at_time": "Changed at time",
        "day": "Day",
        "yesterday": "Yesterday",
        "next_week": "Next week",
        "fixed_day": "Fixed day",
        "moment": "Moment",
        "earlier": "Earlier",
        "soon": "Soon",
        "midnight": "Midnight",
        "fixed": "Fixed",
        "clock": "Clock",
        "opening": "Opening",
    }
    template_name = "core/moment_list.html"
    url_name = "moment_list"
    search_fields = Moment.search_fields
    filterset_class = filters.MomentFilterSet
    bulk_actions = ["delete"]
    add_form = forms.MomentForm
    add_fields = ["label"]


class MomentDetailView(generic.DetailView):
    model = Moment
    template_name = "core/moment_detail.html"
    related = [
        generic.Related(
            "moment_links",
            "Links (moment)",
            select=["choice", "follows", "number", "only", "owner", "text"],
            index="link_list",
            add="link_create",
            columns={
                "owner": "Owner",
                "text": "Text",
                "number": "Number",
                "choice": "Choice",
                "follows": "Follows",
                "only": "Only",
            },
            link="owner",
        ),
        generic.Related(
            "only_link",
            "Link (only)",
            select=["choice", "follows", "moment", "number", "owner", "text"],
            index="link_list",
            columns={
                "owner": "Owner",
                "text": "Text",
                "number": "Number",
                "moment": "Moment",
                "choice": "Choice",
                "follows": "Follows",
            },
            link="owner",
        ),
    ]


class MomentCreateView(generic.CreateView):
    model = Moment
    form_class = forms.MomentForm
    template_name = "core/moment_create.html"


class MomentUpdateView(generic.UpdateView):
    model = Moment
    form_class = forms.MomentForm
    template_name = "core/moment_update.html"


class ChoiceListView(generic.ListView):
    model = Choice
    columns = {
        "code": "Code",
        "colour": "Colour",
        "other_colour": "Other colour",
        "size": "Size",
        "mood": "Mood",
        "payload": "Payload",
        "settings_field": "Settings",
        "limit": "Limit",
        "switched": "Switched",
        "token": "Token",
        "batch": "Batch",
        "manual": "Manual",
        "scan": "Scan",
        "portrait": "Portrait",
    }
    masked = ["scan"]
    template_name = "core/choice_list.html"
    url_name = "choice_list"
    filterset_class = filters.ChoiceFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.ChoiceEditForm
    edit_fields = ["colour", "other_colour", "size", "mood"]


class ChoiceDetailView(generic.DetailView):
    model = Choice
    template_name = "core/choice_detail.html"
    related = [
        generic.Related(
            "links",
            "Links",
            select=["follows", "moment", "number", "only", "owner", "text"],
            index="link_list",
            add="link_create",
            columns={
                "owner": "Owner",
                "text": "Text",
                "number": "Number",
                "moment": "Moment",
                "follows": "Follows",
                "only": "Only",
            },
            link="owner",
        ),
    ]


class ChoiceCreateView(generic.CreateView):
    model = Choice
    form_class = forms.ChoiceCreateForm
    template_name = "core/choice_create.html"


class ChoiceUpdateView(generic.UpdateView):
    model = Choice
    form_class = forms.ChoiceEditForm
    template_name = "core/choice_update.html"


class LinkListView(generic.ListView):
    model = Link
    queryset = Link.objects.select_related(
        "choice",
        "follows",
        "moment",
        "number",
        "only",
        "owner",
        "text",
    )
    columns = {
        "owner": "Owner",
        "text": "Text",
        "number": "Number",
        "moment": "Moment",
        "choice": "Choice",
        "follows": "Follows",
        "only": "Only",
    }
    template_name = "core/link_list.html"
    url_name = "link_list"
    filterset_class = filters.LinkFilterSet
    bulk_actions = ["delete"]
    paths = {
        "owner": "owner__username",
        "text": "text__title",
        "moment": "moment__label",
        "only": "only__label",
    }
    add_form = forms.LinkCreateForm
    add_fields = ["text"]


class LinkDetailView(generic.DetailView):
    model = Link
    queryset = Link.objects.select_related(
        "choice",
        "follows",
        "moment",
        "number",
        "only",
        "owner",
        "text",
    )
    template_name = "core/link_detail.html"
    related = [
        generic.Related(
            "follows_links",
            "Links (follows)",
            select=["choice", "moment", "number", "only", "owner", "text"],
            index="link_list",
            columns={
                "owner": "Owner",
                "text": "Text",
                "number": "Number",
                "moment": "Moment",
                "choice": "Choice",
                "only": "Only",
            },
            link="owner",
        ),
    ]


class LinkCreateView(generic.CreateView):
    model = Link
    form_class = forms.LinkCreateForm
    template_name = "core/link_create.html"


class LinkUpdateView(generic.UpdateView):
    model = Link
    form_class = forms.LinkEditForm
    template_name = "core/link_update.html"


class SubscriberListView(generic.ListView):
    model = Subscriber
    columns = {
        "address": "Address",
        "name": "Name",
    }
    template_name = "core/subscriber_list.html"
    url_name = "subscriber_list"
    search_fields = Subscriber.search_fields
    bulk_actions = ["delete"]
    add_form = forms.SubscriberForm
    add_fields = ["address"]


class SubscriberDetailView(generic.DetailView):
    model = Subscriber
    template_name = "core/subscriber_detail.html"


class SubscriberCreateView(generic.CreateView):
    model = Subscriber
    form_class = forms.SubscriberForm
    template_name = "core/subscriber_create.html"


class FeedListView(generic.ListView):
    model = Feed
    columns = {
        "source": "Source",
        "label": "Label",
    }
    template_name = "core/feed_list.html"
    url_name = "feed_list"
    search_fields = Feed.search_fields
    bulk_actions = ["delete"]
    add_form = forms.FeedForm
    add_fields = ["source"]


class FeedDetailView(generic.DetailView):
    model = Feed
    template_name = "core/feed_detail.html"


class FeedCreateView(generic.CreateView):
    model = Feed
    form_class = forms.FeedForm
    template_name = "core/feed_create.html"


class TextDeleteView(generic.DeleteView):
    model = Text
    success_url = reverse_lazy("text_list")


class NumberDeleteView(generic.DeleteView):
    model = Number
    success_url = reverse_lazy("number_list")


class MomentDeleteView(generic.DeleteView):
    model = Moment
    success_url = reverse_lazy("moment_list")


class ChoiceDeleteView(generic.DeleteView):
    model = Choice
    success_url = reverse_lazy("choice_list")


class LinkDeleteView(generic.DeleteView):
    model = Link
    success_url = reverse_lazy("link_list")


class SubscriberDeleteView(generic.DeleteView):
    model = Subscriber
    success_url = reverse_lazy("subscriber_list")


class FeedDeleteView(generic.DeleteView):
    model = Feed
    success_url = reverse_lazy("feed_list")


class ReadingDeleteView(generic.DeleteView):
    model = Reading
    success_url = reverse_lazy("reading_list")
