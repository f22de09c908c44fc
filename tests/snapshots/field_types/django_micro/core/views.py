from django.urls import reverse_lazy

from pages import generic

from . import forms
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
        ("text_list", "Texts", Text.objects.all()),
        ("number_list", "Numbers", Number.objects.all()),
        ("moment_list", "Moments", Moment.objects.all()),
        ("choice_list", "Choices", Choice.objects.all()),
        ("link_list", "Links", Link.objects.all()),
        ("subscriber_list", "Subscribers", Subscriber.objects.all()),
        ("feed_list", "Feeds", Feed.objects.all()),
        ("reading_list", "Readings", Reading.objects.all()),
    ]


class ReadingListView(generic.ListView):
    model = Reading
    template_name = "core/reading_list.html"


class SettingCreateView(generic.CreateView):
    model = Setting
    form_class = forms.SettingForm
    template_name = "core/setting_create.html"
    success_url = reverse_lazy("setting_create")


class TextListView(generic.ListView):
    model = Text
    template_name = "core/text_list.html"


class TextDetailView(generic.DetailView):
    model = Text
    template_name = "core/text_detail.html"
    related = [
        generic.Related("links", "Links"),
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
    template_name = "core/number_list.html"


class NumberDetailView(generic.DetailView):
    model = Number
    template_name = "core/number_detail.html"
    related = [
        generic.Related("links", "Links"),
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
    template_name = "core/moment_list.html"


class MomentDetailView(generic.DetailView):
    model = Moment
    template_name = "core/moment_detail.html"
    related = [
        generic.Related("moment_links", "Links (moment)"),
        generic.Related("only_link", "Link (only)"),
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
    template_name = "core/choice_list.html"


class ChoiceDetailView(generic.DetailView):
    model = Choice
    template_name = "core/choice_detail.html"
    related = [
        generic.Related("links", "Links"),
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
    template_name = "core/link_list.html"


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
        generic.Related("follows_links", "Links (follows)"),
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
    template_name = "core/subscriber_list.html"


class SubscriberDetailView(generic.DetailView):
    model = Subscriber
    template_name = "core/subscriber_detail.html"


class SubscriberCreateView(generic.CreateView):
    model = Subscriber
    form_class = forms.SubscriberForm
    template_name = "core/subscriber_create.html"


class FeedListView(generic.ListView):
    model = Feed
    template_name = "core/feed_list.html"


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
