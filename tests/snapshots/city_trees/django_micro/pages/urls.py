from django.urls import path

from . import accounts, health
from .media import MediaView

urlpatterns = [
    path("sign-in/", accounts.sign_in, name="login"),
    path("sign-out/", accounts.SignOutView.as_view(), name="logout"),
    path("healthz", health.healthz, name="healthz"),
    path("media/<path:path>", MediaView.as_view(), name="media"),
]
