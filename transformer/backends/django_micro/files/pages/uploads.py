"""How much may be sent at once, and what is said when it was more."""

from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpResponse
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.views import defaults


class LimitedUploadHandler(FileUploadHandler):
    """Refuses a file that is larger than UPLOAD_LIMIT, and keeps nothing of the rest.

    It is still read to its end: a browser that is cut short shows no answer.
    """

    def receive_data_chunk(self, raw_data, start):
        is_too_large = start + len(raw_data) > settings.UPLOAD_LIMIT
        return None if is_too_large else raw_data

    def file_complete(self, file_size):
        if file_size > settings.UPLOAD_LIMIT:
            raise RequestDataTooBig(f"A file is larger than {settings.UPLOAD_LIMIT}.")


def bad_request(request, exception):
    """Say what was too much, if that is what is wrong with a request."""
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)):
        limits = {
            "size": filesizeformat(settings.UPLOAD_LIMIT),
            "inputs": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS,
        }
        return HttpResponse(render_to_string("413.html", limits), status=413)
    return defaults.bad_request(request, exception)
