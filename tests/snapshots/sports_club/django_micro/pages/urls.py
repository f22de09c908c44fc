from django.urls import path

from . import health
from .accounts import passwords, profile, rights_page, role_page, signing_in

urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="login"),
    path("sign-out/", signing_in.SignOutView.as_view(), name="logout"),
    path("account/roles/", role_page.RolesView.as_view(), name="roles"),
    path("account/rights/", rights_page.RightsView.as_view(), name="rights"),
    path("account/", profile.ProfileView.as_view(), name="profile"),
    path(
        "account/password/",
        passwords.ChangeView.as_view(),
        name="password_change",
    ),
    path(
        "account/forgotten/",
        passwords.ForgottenView.as_view(),
        name="password_reset",
    ),
    path(
        "account/forgotten/<uidb64>/<token>/",
        passwords.NewPasswordView.as_view(),
        name="password_reset_confirm",
    ),
    path("healthz", health.healthz, name="healthz"),
]
