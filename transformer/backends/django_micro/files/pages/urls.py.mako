from django.urls import path

from . import accounts, health
% if has_files:
from .media import MediaView
% endif

urlpatterns = [
    path("sign-in/", accounts.sign_in, name="login"),
    path("sign-out/", accounts.SignOutView.as_view(), name="logout"),
    path("healthz", health.healthz, name="healthz"),
% if has_files:
    path("media/<path:path>", MediaView.as_view(), name="media"),
% endif
]
