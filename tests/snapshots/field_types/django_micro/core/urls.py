from django.urls import path, register_converter

from pages import generic
from pages.converters import KeyConverter

from . import views

register_converter(KeyConverter, "key")

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("choices/", views.ChoiceListView.as_view(), name="choice_list"),
    path(
        "choices/change/",
        generic.BulkUpdateView.as_view(list_view=views.ChoiceListView),
        name="choice_list_change",
    ),
    path(
        "choices/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ChoiceListView),
        name="choice_list_delete",
    ),
    path("choices/new/", views.ChoiceCreateView.as_view(), name="choice_create"),
    path("choices/<key:pk>/", views.ChoiceDetailView.as_view(), name="choice_detail"),
    path(
        "choices/<key:pk>/delete/",
        views.ChoiceDeleteView.as_view(),
        name="choice_delete",
    ),
    path(
        "choices/<key:pk>/edit/",
        views.ChoiceUpdateView.as_view(),
        name="choice_update",
    ),
    path(
        "choices/<key:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.ChoiceListView),
        name="choice_list_set",
    ),
    path("feeds/", views.FeedListView.as_view(), name="feed_list"),
    path(
        "feeds/add/",
        generic.QuickAddView.as_view(list_view=views.FeedListView),
        name="feed_list_add",
    ),
    path(
        "feeds/delete/",
        generic.BulkDeleteView.as_view(list_view=views.FeedListView),
        name="feed_list_delete",
    ),
    path("feeds/new/", views.FeedCreateView.as_view(), name="feed_create"),
    path("feeds/<key:pk>/", views.FeedDetailView.as_view(), name="feed_detail"),
    path("feeds/<key:pk>/delete/", views.FeedDeleteView.as_view(), name="feed_delete"),
    path("links/", views.LinkListView.as_view(), name="link_list"),
    path(
        "links/add/",
        generic.QuickAddView.as_view(list_view=views.LinkListView),
        name="link_list_add",
    ),
    path(
        "links/delete/",
        generic.BulkDeleteView.as_view(list_view=views.LinkListView),
        name="link_list_delete",
    ),
    path("links/new/", views.LinkCreateView.as_view(), name="link_create"),
    path("links/<uuid:pk>/", views.LinkDetailView.as_view(), name="link_detail"),
    path("links/<uuid:pk>/delete/", views.LinkDeleteView.as_view(), name="link_delete"),
    path("links/<uuid:pk>/edit/", views.LinkUpdateView.as_view(), name="link_update"),
    path("moments/", views.MomentListView.as_view(), name="moment_list"),
    path(
        "moments/add/",
        generic.QuickAddView.as_view(list_view=views.MomentListView),
        name="moment_list_add",
    ),
    path(
        "moments/delete/",
        generic.BulkDeleteView.as_view(list_view=views.MomentListView),
        name="moment_list_delete",
    ),
    path("moments/new/", views.MomentCreateView.as_view(), name="moment_create"),
    path("moments/<uuid:pk>/", views.MomentDetailView.as_view(), name="moment_detail"),
    path(
        "moments/<uuid:pk>/delete/",
        views.MomentDeleteView.as_view(),
        name="moment_delete",
    ),
    path(
        "moments/<uuid:pk>/edit/",
        views.MomentUpdateView.as_view(),
        name="moment_update",
    ),
    path("numbers/", views.NumberListView.as_view(), name="number_list"),
    path(
        "numbers/add/",
        generic.QuickAddView.as_view(list_view=views.NumberListView),
        name="number_list_add",
    ),
    path(
        "numbers/change/",
        generic.BulkUpdateView.as_view(list_view=views.NumberListView),
        name="number_list_change",
    ),
    path(
        "numbers/delete/",
        generic.BulkDeleteView.as_view(list_view=views.NumberListView),
        name="number_list_delete",
    ),
    path("numbers/new/", views.NumberCreateView.as_view(), name="number_create"),
    path("numbers/<int:pk>/", views.NumberDetailView.as_view(), name="number_detail"),
    path(
        "numbers/<int:pk>/delete/",
        views.NumberDeleteView.as_view(),
        name="number_delete",
    ),
    path(
        "numbers/<int:pk>/edit/",
        views.NumberUpdateView.as_view(),
        name="number_update",
    ),
    path(
        "numbers/<int:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.NumberListView),
        name="number_list_set",
    ),
    path("readings/", views.ReadingListView.as_view(), name="reading_list"),
    path(
        "readings/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ReadingListView),
        name="reading_list_delete",
    ),
    path(
        "readings/<uuid:pk>/delete/",
        views.ReadingDeleteView.as_view(),
        name="reading_delete",
    ),
    path("settings/new/", views.SettingCreateView.as_view(), name="setting_create"),
    path("subscribers/", views.SubscriberListView.as_view(), name="subscriber_list"),
    path(
        "subscribers/add/",
        generic.QuickAddView.as_view(list_view=views.SubscriberListView),
        name="subscriber_list_add",
    ),
    path(
        "subscribers/delete/",
        generic.BulkDeleteView.as_view(list_view=views.SubscriberListView),
        name="subscriber_list_delete",
    ),
    path(
        "subscribers/new/",
        views.SubscriberCreateView.as_view(),
        name="subscriber_create",
    ),
    path(
        "subscribers/<key:pk>/",
        views.SubscriberDetailView.as_view(),
        name="subscriber_detail",
    ),
    path(
        "subscribers/<key:pk>/delete/",
        views.SubscriberDeleteView.as_view(),
        name="subscriber_delete",
    ),
    path("texts/", views.TextListView.as_view(), name="text_list"),
    path(
        "texts/add/",
        generic.QuickAddView.as_view(list_view=views.TextListView),
        name="text_list_add",
    ),
    path(
        "texts/delete/",
        generic.BulkDeleteView.as_view(list_view=views.TextListView),
        name="text_list_delete",
    ),
    path("texts/new/", views.TextCreateView.as_view(), name="text_create"),
    path("texts/<uuid:pk>/", views.TextDetailView.as_view(), name="text_detail"),
    path("texts/<uuid:pk>/delete/", views.TextDeleteView.as_view(), name="text_delete"),
    path("texts/<uuid:pk>/edit/", views.TextUpdateView.as_view(), name="text_update"),
]
