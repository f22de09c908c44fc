"""The contract of the API, in OpenAPI."""

from pathlib import Path

from django.http import HttpResponse
from django.views.generic import View

PLACE = Path(__file__).parent / "openapi.yaml"


class ContractView(View):
    """`openapi.yaml`, for those who may know that there is an app."""

    def get(self, request):
        text = PLACE.read_text(encoding="utf-8")
        return HttpResponse(text, content_type="application/yaml")
