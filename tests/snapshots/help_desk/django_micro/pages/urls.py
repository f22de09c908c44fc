from django.urls import path

from . import health
from .accounts import passwords, profile, rights_page, role_page, signing_in, trying_out

urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="login"),
    path("sign-out/", signing_in.SignOutView.as_view(), name="logout"),
    path(
        "sign-in/scenario/",
        trying_out.MakeScenarioView.as_view(),
        name="make_scenario",
    ),
    path("sign-in/as/", trying_out.SignInAsView.as_view(), name="sign_in_as"),
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
