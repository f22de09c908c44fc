from django.urls import path

from . import accounts, health

urlpatterns = [
    path("sign-in/", accounts.sign_in, name="login"),
    path("sign-out/", accounts.SignOutView.as_view(), name="logout"),
    path("healthz", health.healthz, name="healthz"),
]
