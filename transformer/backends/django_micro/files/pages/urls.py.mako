from django.urls import path

from . import health
from .accounts import passwords, profile${', rights_page' if has_rights_page else ''}${', role_page' if gives_roles else ''}, signing_in${', signing_up' if signup else ''}${', trying_out' if has_scenarios else ''}${', waiting' if has_waiting else ''}
% if has_files:
from .media import MediaView
% endif

urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="login"),
    path("sign-out/", signing_in.SignOutView.as_view(), name="logout"),
% if has_scenarios:
    path(
        "sign-in/scenario/",
        trying_out.MakeScenarioView.as_view(),
        name="make_scenario",
    ),
    path("sign-in/as/", trying_out.SignInAsView.as_view(), name="sign_in_as"),
% endif
% if signup:
    path("sign-up/", signing_up.SignUpView.as_view(), name="sign_up"),
% endif
% if has_waiting:
    path("account/admit/", waiting.AdmitView.as_view(), name="admit"),
% endif
% if gives_roles:
    path("account/roles/", role_page.RolesView.as_view(), name="roles"),
% endif
% if has_rights_page:
    path("account/rights/", rights_page.RightsView.as_view(), name="rights"),
% endif
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
% if has_files:
% if masked_files or public_files:
    path(
        "media/<path:path>",
        MediaView.as_view(
% if masked_files:
${masked_files}
% endif
% if public_files:
${public_files}
% endif
        ),
        name="media",
    ),
% else:
    path("media/<path:path>", MediaView.as_view(), name="media"),
% endif
% endif
]
