from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("lessons/", views.LessonListView.as_view(), name="lesson_list"),
    path(
        "lessons/add/",
        generic.QuickAddView.as_view(list_view=views.LessonListView),
        name="lesson_list_add",
    ),
    path(
        "lessons/change/",
        generic.BulkUpdateView.as_view(list_view=views.LessonListView),
        name="lesson_list_change",
    ),
    path(
        "lessons/delete/",
        generic.BulkDeleteView.as_view(list_view=views.LessonListView),
        name="lesson_list_delete",
    ),
    path("lessons/new/", views.LessonCreateView.as_view(), name="lesson_create"),
    path(
        "lessons/<uuid:pk>/delete/",
        views.LessonDeleteView.as_view(),
        name="lesson_delete",
    ),
    path(
        "lessons/<uuid:pk>/edit/",
        views.LessonUpdateView.as_view(),
        name="lesson_update",
    ),
    path(
        "lessons/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.LessonListView),
        name="lesson_list_set",
    ),
    path("loans/", views.LoanListView.as_view(), name="loan_list"),
    path(
        "loans/add/",
        generic.QuickAddView.as_view(list_view=views.LoanListView),
        name="loan_list_add",
    ),
    path(
        "loans/delete/",
        generic.BulkDeleteView.as_view(list_view=views.LoanListView),
        name="loan_list_delete",
    ),
    path("loans/new/", views.LoanCreateView.as_view(), name="loan_create"),
    path("loans/<uuid:pk>/delete/", views.LoanDeleteView.as_view(), name="loan_delete"),
    path("pupils/", views.PupilListView.as_view(), name="pupil_list"),
    path(
        "pupils/add/",
        generic.QuickAddView.as_view(list_view=views.PupilListView),
        name="pupil_list_add",
    ),
    path(
        "pupils/change/",
        generic.BulkUpdateView.as_view(list_view=views.PupilListView),
        name="pupil_list_change",
    ),
    path(
        "pupils/delete/",
        generic.BulkDeleteView.as_view(list_view=views.PupilListView),
        name="pupil_list_delete",
    ),
    path("pupils/new/", views.PupilCreateView.as_view(), name="pupil_create"),
    path("pupils/<uuid:pk>/", views.PupilDetailView.as_view(), name="pupil_detail"),
    path(
        "pupils/<uuid:pk>/delete/",
        views.PupilDeleteView.as_view(),
        name="pupil_delete",
    ),
    path(
        "pupils/<uuid:pk>/edit/",
        views.PupilUpdateView.as_view(),
        name="pupil_update",
    ),
    path(
        "pupils/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.PupilListView),
        name="pupil_list_set",
    ),
    path("teachers/", views.TeacherListView.as_view(), name="teacher_list"),
    path(
        "teachers/add/",
        generic.QuickAddView.as_view(list_view=views.TeacherListView),
        name="teacher_list_add",
    ),
    path(
        "teachers/delete/",
        generic.BulkDeleteView.as_view(list_view=views.TeacherListView),
        name="teacher_list_delete",
    ),
    path("teachers/new/", views.TeacherCreateView.as_view(), name="teacher_create"),
    path(
        "teachers/<uuid:pk>/delete/",
        views.TeacherDeleteView.as_view(),
        name="teacher_delete",
    ),
]
