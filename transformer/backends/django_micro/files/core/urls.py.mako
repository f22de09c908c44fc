% if has_keys:
from django.urls import path, register_converter
% else:
from django.urls import path
% endif

from . import accounts, health, views
% if has_keys:
from .converters import KeyConverter
% endif
% if has_files:
from .media import MediaView
% endif
% if has_keys:

register_converter(KeyConverter, "key")
% endif

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("sign-in/", accounts.sign_in, name="login"),
    path("sign-out/", accounts.SignOutView.as_view(), name="logout"),
    path("healthz", health.healthz, name="healthz"),
% if has_files:
    path("media/<path:path>", MediaView.as_view(), name="media"),
% endif
% for route in routes:
${route}
% endfor
]
