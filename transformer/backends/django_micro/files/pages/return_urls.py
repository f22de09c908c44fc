"""Ways from a page to where one came from."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.utils.http import url_has_allowed_host_and_scheme


def get_return_url(request):
    """The address under `next`, if it is one of this app's."""
    address = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else ""


def add_query_parameter(address, name, value):
    """An address with a value in its query string, in place of an earlier one."""
    parts = urlsplit(address)
    pairs = [pair for pair in parse_qsl(parts.query, True) if pair[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*pairs, (name, value)])))
