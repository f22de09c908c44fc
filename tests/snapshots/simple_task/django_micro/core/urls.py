from django.urls import path

from pages import generic

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("tasks/", views.TaskListView.as_view(), name="task_list"),
    path(
        "tasks/add/",
        generic.QuickAddView.as_view(list_view=views.TaskListView),
        name="task_list_add",
    ),
    path(
        "tasks/change/",
        generic.BulkUpdateView.as_view(list_view=views.TaskListView),
        name="task_list_change",
    ),
    path(
        "tasks/delete/",
        generic.BulkDeleteView.as_view(list_view=views.TaskListView),
        name="task_list_delete",
    ),
    path("tasks/new/", views.TaskCreateView.as_view(), name="task_create"),
    path("tasks/<uuid:pk>/", views.TaskDetailView.as_view(), name="task_detail"),
    path("tasks/<uuid:pk>/delete/", views.TaskDeleteView.as_view(), name="task_delete"),
    path("tasks/<uuid:pk>/edit/", views.TaskUpdateView.as_view(), name="task_update"),
    path(
        "tasks/<uuid:pk>/set/<field>/",
        generic.ValueUpdateView.as_view(list_view=views.TaskListView),
        name="task_list_set",
    ),
]
