from django.urls import path

from . import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("tasks/", views.TaskListView.as_view(), name="task_list"),
    path("tasks/new/", views.TaskCreateView.as_view(), name="task_create"),
    path("tasks/<uuid:pk>/", views.TaskDetailView.as_view(), name="task_detail"),
    path("tasks/<uuid:pk>/delete/", views.TaskDeleteView.as_view(), name="task_delete"),
    path("tasks/<uuid:pk>/edit/", views.TaskUpdateView.as_view(), name="task_update"),
]
