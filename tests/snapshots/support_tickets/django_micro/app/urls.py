from django.contrib import admin
from django.urls import include, path

handler400 = "pages.uploads.bad_request"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("pages.urls")),
    path("", include("core.urls")),
]
