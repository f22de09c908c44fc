"""What goes wrong, as RFC 9457 has it."""

from http import HTTPStatus

from django.core.exceptions import (
    NON_FIELD_ERRORS,
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
    ValidationError,
)
from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import set_rollback

CONTENT_TYPE = "application/problem+json"
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)

# Codes of Django and of its REST framework that go by another name here.
CODES = {
    "incorrect_type": "invalid",
    "invalid_image": "invalid",
    "invalid_date": "invalid",
    "invalid_list": "invalid",
    "invalid_pk_value": "does_not_exist",
    "not_a_list": "invalid",
    "max_string_length": "max_length",
    "max_whole_digits": "max_digits",
    "unique_together": "unique",
    "item_invalid": "invalid",
}


class Problem(exceptions.APIException):
    """A refusal with a status of its own."""

    def __init__(self, detail, code, status_code, field=""):
        super().__init__(detail, code)
        self.status_code, self.field = status_code, field


def conflict(detail, code):
    return Problem(detail, code, status.HTTP_409_CONFLICT)


def bad_parameter(name, detail, code="invalid"):
    return Problem(detail, code, status.HTTP_400_BAD_REQUEST, name)


class Outdated(exceptions.APIException):
    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_detail = gettext_lazy("Meanwhile somebody else has changed this.")
    default_code = "outdated"


class Invalid(exceptions.APIException):
    """Values that aren't permitted: `errors` has a field, a code and a text of each."""

    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_detail = gettext_lazy("Some values aren’t permitted.")

    def __init__(self, errors):
        super().__init__()
        self.errors = errors


def handle(error, context):
    """Answer an error of the API; others are left to Django."""
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    elif isinstance(error, TOO_MUCH):
        code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
        error = Problem(_("This is more than is taken."), "too_large", code)
    elif isinstance(error, exceptions.ValidationError):
        error = Invalid(list(flatten(error.detail)))
    if not isinstance(error, exceptions.APIException):
        return None
    set_rollback()
    problem = describe(error)
    headers = {}
    if getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = error.auth_header
    if getattr(error, "wait", None):
        headers["Retry-After"] = str(int(error.wait) + 1)
    return Response(
        problem, problem["status"], headers=headers, content_type=CONTENT_TYPE
    )


def describe(error):
    problem = {
        "type": "about:blank",
        "title": HTTPStatus(error.status_code).phrase,
        "status": error.status_code,
        "detail": str(error.detail),
    }
    if errors := list_errors(error):
        problem["errors"] = errors
    return problem


def list_errors(error):
    """What there is to say of single values, or of the whole where a code says more."""
    if isinstance(error, Invalid):
        return error.errors
    code = getattr(error.detail, "code", "")
    is_plain = isinstance(error, (Problem, Outdated)) or code in ("csrf", "scope")
    return [make_error(getattr(error, "field", ""), error.detail)] if is_plain else []


def make_error(field, detail):
    code = getattr(detail, "code", "invalid")
    return {"field": field, "code": CODES.get(code, code), "detail": str(detail)}


def flatten(detail, path=""):
    """The errors of a serializer, each with the path to what it is about."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            is_whole = name == api_settings.NON_FIELD_ERRORS_KEY
            step = "" if is_whole else f".{name}" if path else str(name)
            yield from flatten(inner, path + step)
    elif isinstance(detail, list):
        for inner in detail:
            yield from flatten(inner, path)
    else:
        yield make_error(path, detail)


def list_model_errors(error, default):
    """The errors that a model finds; those without a code have `default`."""
    found = error if hasattr(error, "error_dict") else ValidationError({"": error})
    for name, errors in found.error_dict.items():
        for each in errors:
            for text in each.messages:
                code = each.code or default
                yield {
                    "field": "" if name == NON_FIELD_ERRORS else name,
                    "code": CODES.get(code, code),
                    "detail": text,
                }


def not_found(request):
    """Answer for an address that the API doesn't have."""
    problem = describe(exceptions.NotFound())
    return JsonResponse(problem, status=problem["status"], content_type=CONTENT_TYPE)


not_found.login_required = False
not_found.csrf_exempt = True
