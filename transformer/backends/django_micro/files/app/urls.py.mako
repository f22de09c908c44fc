from importlib.util import find_spec

from django.contrib import admin
from django.urls import include, path

handler400 = "pages.uploads.bad_request"

urlpatterns = [
    path("admin/", admin.site.urls),
% if with_api:
    path("", include("api.urls")),
% endif
    path("", include("pages.urls")),
    path("", include("core.urls")),
]

# Addresses of your own stand there, and no build touches them. They come first, so a
# view of yours can take the place of one of the app's.
if find_spec("app.own_urls"):
    urlpatterns.insert(0, path("", include("app.own_urls")))
