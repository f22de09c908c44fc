% if has_keys:
from django.urls import path, register_converter

from . import accounts, health, views
from .converters import KeyConverter

register_converter(KeyConverter, "key")

% else:
from django.urls import path

from . import accounts, health, views

% endif
urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("sign-in/", accounts.sign_in, name="login"),
    path("sign-out/", accounts.SignOutView.as_view(), name="logout"),
    path("healthz", health.healthz, name="healthz"),
% if has_files:
    path("media/<path:path>", views.MediaView.as_view(), name="media"),
% endif
% for route in routes:
${route}
% endfor
]
