% if has_keys:
from django.urls import path, register_converter

% if has_lists:
from pages import generic
% endif
from pages.converters import KeyConverter

from . import views

register_converter(KeyConverter, "key")
% else:
from django.urls import path

% if has_lists:
from pages import generic

% endif
from . import views
% endif

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
% for route in routes:
${route}
% endfor
]
