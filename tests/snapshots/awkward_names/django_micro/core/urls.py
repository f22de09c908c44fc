from django.urls import path, register_converter

from pages import generic
from pages.converters import KeyConverter

from . import views

register_converter(KeyConverter, "key")

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("accounts/", views.AccountListView.as_view(), name="account_list"),
    path(
        "accounts/change/",
        generic.BulkUpdateView.as_view(list_view=views.AccountListView),
        name="account_list_change",
    ),
    path(
        "accounts/delete/",
        generic.BulkDeleteView.as_view(list_view=views.AccountListView),
        name="account_list_delete",
    ),
    path("accounts/new/", views.AccountCreateView.as_view(), name="account_create"),
    path(
        "accounts/<uuid:pk>/",
        views.AccountDetailView.as_view(),
        name="account_detail",
    ),
    path(
        "accounts/<uuid:pk>/delete/",
        views.AccountDeleteView.as_view(),
        name="account_delete",
    ),
    path(
        "accounts/<uuid:pk>/edit/",
        views.AccountUpdateView.as_view(),
        name="account_update",
    ),
    path(
        "accounts/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.AccountListView),
        name="account_list_set",
    ),
    path("admins/", views.AdminListView.as_view(), name="admin_list"),
    path(
        "admins/add/",
        generic.QuickAddView.as_view(list_view=views.AdminListView),
        name="admin_list_add",
    ),
    path(
        "admins/delete/",
        generic.BulkDeleteView.as_view(list_view=views.AdminListView),
        name="admin_list_delete",
    ),
    path("admins/new/", views.AdminCreateView.as_view(), name="admin_create"),
    path("admins/<int:pk>/", views.AdminDetailView.as_view(), name="admin_detail"),
    path(
        "admins/<int:pk>/delete/",
        views.AdminDeleteView.as_view(),
        name="admin_delete",
    ),
    path("admins/<int:pk>/edit/", views.AdminUpdateView.as_view(), name="admin_update"),
    path("forms/", views.FormListView.as_view(), name="form_list"),
    path(
        "forms/delete/",
        generic.BulkDeleteView.as_view(list_view=views.FormListView),
        name="form_list_delete",
    ),
    path("forms/new/", views.FormCreateView.as_view(), name="form_create"),
    path("forms/<uuid:pk>/", views.FormDetailView.as_view(), name="form_detail"),
    path("forms/<uuid:pk>/delete/", views.FormDeleteView.as_view(), name="form_delete"),
    path("forms/<uuid:pk>/edit/", views.FormUpdateView.as_view(), name="form_update"),
    path("groups/", views.GroupListView.as_view(), name="group_list"),
    path(
        "groups/add/",
        generic.QuickAddView.as_view(list_view=views.GroupListView),
        name="group_list_add",
    ),
    path(
        "groups/delete/",
        generic.BulkDeleteView.as_view(list_view=views.GroupListView),
        name="group_list_delete",
    ),
    path("groups/new/", views.GroupCreateView.as_view(), name="group_create"),
    path("groups/<uuid:pk>/", views.GroupDetailView.as_view(), name="group_detail"),
    path(
        "groups/<uuid:pk>/delete/",
        views.GroupDeleteView.as_view(),
        name="group_delete",
    ),
    path(
        "groups/<uuid:pk>/edit/",
        views.GroupUpdateView.as_view(),
        name="group_update",
    ),
    path("media-records/", views.MediumListView.as_view(), name="medium_list"),
    path(
        "media-records/add/",
        generic.QuickAddView.as_view(list_view=views.MediumListView),
        name="medium_list_add",
    ),
    path(
        "media-records/delete/",
        generic.BulkDeleteView.as_view(list_view=views.MediumListView),
        name="medium_list_delete",
    ),
    path("media-records/new/", views.MediumCreateView.as_view(), name="medium_create"),
    path(
        "media-records/<uuid:pk>/",
        views.MediumDetailView.as_view(),
        name="medium_detail",
    ),
    path(
        "media-records/<uuid:pk>/delete/",
        views.MediumDeleteView.as_view(),
        name="medium_delete",
    ),
    path(
        "media-records/<uuid:pk>/edit/",
        views.MediumUpdateView.as_view(),
        name="medium_update",
    ),
    path("models/", views.ModelListView.as_view(), name="model_list"),
    path(
        "models/add/",
        generic.QuickAddView.as_view(list_view=views.ModelListView),
        name="model_list_add",
    ),
    path(
        "models/change/",
        generic.BulkUpdateView.as_view(list_view=views.ModelListView),
        name="model_list_change",
    ),
    path(
        "models/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ModelListView),
        name="model_list_delete",
    ),
    path("models/new/", views.ModelCreateView.as_view(), name="model_create"),
    path("models/<key:pk>/", views.ModelDetailView.as_view(), name="model_detail"),
    path(
        "models/<key:pk>/delete/",
        views.ModelDeleteView.as_view(),
        name="model_delete",
    ),
    path("models/<key:pk>/edit/", views.ModelUpdateView.as_view(), name="model_update"),
    path(
        "models/<key:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.ModelListView),
        name="model_list_set",
    ),
    path("people/", views.PersonListView.as_view(), name="person_list"),
    path(
        "people/add/",
        generic.QuickAddView.as_view(list_view=views.PersonListView),
        name="person_list_add",
    ),
    path(
        "people/delete/",
        generic.BulkDeleteView.as_view(list_view=views.PersonListView),
        name="person_list_delete",
    ),
    path("people/new/", views.PersonCreateView.as_view(), name="person_create"),
    path("people/<uuid:pk>/", views.PersonDetailView.as_view(), name="person_detail"),
    path(
        "people/<uuid:pk>/delete/",
        views.PersonDeleteView.as_view(),
        name="person_delete",
    ),
    path(
        "people/<uuid:pk>/edit/",
        views.PersonUpdateView.as_view(),
        name="person_update",
    ),
    path("permissions/", views.PermissionListView.as_view(), name="permission_list"),
    path(
        "permissions/add/",
        generic.QuickAddView.as_view(list_view=views.PermissionListView),
        name="permission_list_add",
    ),
    path(
        "permissions/change/",
        generic.BulkUpdateView.as_view(list_view=views.PermissionListView),
        name="permission_list_change",
    ),
    path(
        "permissions/delete/",
        generic.BulkDeleteView.as_view(list_view=views.PermissionListView),
        name="permission_list_delete",
    ),
    path(
        "permissions/new/",
        views.PermissionCreateView.as_view(),
        name="permission_create",
    ),
    path(
        "permissions/<uuid:pk>/",
        views.PermissionDetailView.as_view(),
        name="permission_detail",
    ),
    path(
        "permissions/<uuid:pk>/delete/",
        views.PermissionDeleteView.as_view(),
        name="permission_delete",
    ),
    path(
        "permissions/<uuid:pk>/edit/",
        views.PermissionUpdateView.as_view(),
        name="permission_update",
    ),
    path(
        "permissions/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.PermissionListView),
        name="permission_list_set",
    ),
    path("sessions/", views.SessionListView.as_view(), name="session_list"),
    path(
        "sessions/add/",
        generic.QuickAddView.as_view(list_view=views.SessionListView),
        name="session_list_add",
    ),
    path(
        "sessions/change/",
        generic.BulkUpdateView.as_view(list_view=views.SessionListView),
        name="session_list_change",
    ),
    path(
        "sessions/delete/",
        generic.BulkDeleteView.as_view(list_view=views.SessionListView),
        name="session_list_delete",
    ),
    path("sessions/new/", views.SessionCreateView.as_view(), name="session_create"),
    path(
        "sessions/<key:pk>/",
        views.SessionDetailView.as_view(),
        name="session_detail",
    ),
    path(
        "sessions/<key:pk>/delete/",
        views.SessionDeleteView.as_view(),
        name="session_delete",
    ),
    path(
        "sessions/<key:pk>/edit/",
        views.SessionUpdateView.as_view(),
        name="session_update",
    ),
    path(
        "sessions/<key:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.SessionListView),
        name="session_list_set",
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
    path("ti-tles-b-7-7-7-7-100/", views.TitleListView.as_view(), name="title_list"),
    path(
        "ti-tles-b-7-7-7-7-100/add/",
        generic.QuickAddView.as_view(list_view=views.TitleListView),
        name="title_list_add",
    ),
    path(
        "ti-tles-b-7-7-7-7-100/change/",
        generic.BulkUpdateView.as_view(list_view=views.TitleListView),
        name="title_list_change",
    ),
    path(
        "ti-tles-b-7-7-7-7-100/delete/",
        generic.BulkDeleteView.as_view(list_view=views.TitleListView),
        name="title_list_delete",
    ),
    path(
        "ti-tles-b-7-7-7-7-100/new/",
        views.TitleCreateView.as_view(),
        name="title_create",
    ),
    path(
        "ti-tles-b-7-7-7-7-100/<uuid:pk>/",
        views.TitleDetailView.as_view(),
        name="title_detail",
    ),
    path(
        "ti-tles-b-7-7-7-7-100/<uuid:pk>/delete/",
        views.TitleDeleteView.as_view(),
        name="title_delete",
    ),
    path(
        "ti-tles-b-7-7-7-7-100/<uuid:pk>/edit/",
        views.TitleUpdateView.as_view(),
        name="title_update",
    ),
    path(
        "ti-tles-b-7-7-7-7-100/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.TitleListView),
        name="title_list_set",
    ),
    path("users/", views.UserListView.as_view(), name="user_list"),
    path(
        "users/add/",
        generic.QuickAddView.as_view(list_view=views.UserListView),
        name="user_list_add",
    ),
    path(
        "users/delete/",
        generic.BulkDeleteView.as_view(list_view=views.UserListView),
        name="user_list_delete",
    ),
    path("users/new/", views.UserCreateView.as_view(), name="user_create"),
    path("users/<uuid:pk>/", views.UserDetailView.as_view(), name="user_detail"),
    path("users/<uuid:pk>/delete/", views.UserDeleteView.as_view(), name="user_delete"),
    path("users/<uuid:pk>/edit/", views.UserUpdateView.as_view(), name="user_update"),
    path("values/", views.ValueListView.as_view(), name="value_list"),
    path(
        "values/change/",
        generic.BulkUpdateView.as_view(list_view=views.ValueListView),
        name="value_list_change",
    ),
    path(
        "values/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ValueListView),
        name="value_list_delete",
    ),
    path("values/new/", views.ValueCreateView.as_view(), name="value_create"),
    path("values/<uuid:pk>/", views.ValueDetailView.as_view(), name="value_detail"),
    path(
        "values/<uuid:pk>/delete/",
        views.ValueDeleteView.as_view(),
        name="value_delete",
    ),
    path(
        "values/<uuid:pk>/edit/",
        views.ValueUpdateView.as_view(),
        name="value_update",
    ),
    path(
        "values/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.ValueListView),
        name="value_list_set",
    ),
    path("views/", views.ViewListView.as_view(), name="view_list"),
    path(
        "views/add/",
        generic.QuickAddView.as_view(list_view=views.ViewListView),
        name="view_list_add",
    ),
    path(
        "views/delete/",
        generic.BulkDeleteView.as_view(list_view=views.ViewListView),
        name="view_list_delete",
    ),
    path("views/new/", views.ViewCreateView.as_view(), name="view_create"),
    path("views/<uuid:pk>/", views.ViewDetailView.as_view(), name="view_detail"),
    path("views/<uuid:pk>/delete/", views.ViewDeleteView.as_view(), name="view_delete"),
    path("views/<uuid:pk>/edit/", views.ViewUpdateView.as_view(), name="view_update"),
]
