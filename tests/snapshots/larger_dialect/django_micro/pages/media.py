"""Uploaded files, for those who may read the pages that link to them."""

import mimetypes

from django.conf import settings
from django.views.generic import View
from django.views.static import serve

from .generic.page import ReadingMixin

# A browser draws these and nothing else happens. An SVG or an HTML file could run
# scripts in the name of whoever looks at it.
PICTURES = {"image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"}


class MediaView(ReadingMixin, View):
    def get(self, request, path):
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
        if mimetypes.guess_type(path)[0] not in PICTURES:
            response["Content-Disposition"] = "attachment"
        response["X-Content-Type-Options"] = "nosniff"
        return response
