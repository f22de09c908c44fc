from django.urls import include, path

from core.api import router

from . import contract, problems, tokens

urlpatterns = [
    path("api/openapi.yaml", contract.ContractView.as_view(), name="api_contract"),
    path("api/", include(router.urls)),
    path("api/", problems.not_found),
    path("api/<path:rest>", problems.not_found),
    path("account/tokens/", tokens.TokensView.as_view(), name="api_tokens"),
    path(
        "account/tokens/<int:pk>/revoke/",
        tokens.RevokeView.as_view(),
        name="api_token_revoke",
    ),
]
