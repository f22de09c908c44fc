from django.urls import include, path, re_path

from . import contract, problems, session, tokens

urlpatterns = [
    path("api/openapi.yaml", contract.ContractView.as_view(), name="api_contract"),
    path("api/", session.CollectionsView.as_view(), name="api_collections"),
    path("api/session", session.SessionView.as_view(), name="api_session"),
    path("api/", include("core.api")),
    re_path("^api/", problems.not_found),
    path("account/tokens/", tokens.TokensView.as_view(), name="api_tokens"),
    path(
        "account/tokens/<int:pk>/revoke/",
        tokens.RevokeView.as_view(),
        name="api_token_revoke",
    ),
]
