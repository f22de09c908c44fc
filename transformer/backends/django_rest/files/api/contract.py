"""The contract of the API, in OpenAPI."""

from pathlib import Path

from django.http import HttpResponse
from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView

PLACE = Path(__file__).parent / "openapi.yaml"


class ContractView(APIView):
    """`openapi.yaml`, for those who may know that there is an app."""

    permission_classes = [IsAuthenticated]

    def get(self, request):
        text = PLACE.read_text(encoding="utf-8")
        return HttpResponse(text, content_type="application/yaml")
