"""Who tries too often has to wait: django-axes counts, this says whom and what."""

import ipaddress
import math

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
${"from django.db.models import F, Sum" if has_public_forms else "from django.db.models import Sum"}
from django.shortcuts import render
% if has_public_forms:
from django.utils import timezone
% endif

# What is counted beside sign-ins, under a name that no account can have: it has a
# space in it.
MAILS = "forgotten password"
% if has_public_forms:
FORMS = "public form"
% endif


class Handler(AxesDatabaseHandler):
    """Counts by name and address as axes does, and more patiently by address alone.

    Without that, one password could be tried on any number of names.
    """

    def is_locked(self, request, credentials=None):
        if super().is_locked(request, credentials):
            return True
        return count_failures_from(request) >= settings.ADDRESS_FAILURE_LIMIT


def count_failures_from(request):
    """Return how often the address of a request has failed of late, if it is known."""
    address = request.axes_ip_address
    recent = AccessAttempt.objects.filter(
        ip_address=address, attempt_time__gte=get_cool_off_threshold(request)
    )
% if has_public_forms:
    # Who has sent forms may sign in.
    recent = recent.exclude(username=FORMS)
% endif
    total = recent.aggregate(total=Sum("failures_since_start"))["total"]
    return total or 0 if address else 0


${"def refuse(request, *args, is_form=False):" if has_public_forms else "def refuse(request, *args):"}
    """Say how long to wait."""
    seconds = settings.AXES_COOLOFF_TIME.total_seconds()
% if has_public_forms:
    context = {"minutes": math.ceil(seconds / 60), "is_form": is_form}
% else:
    context = {"minutes": math.ceil(seconds / 60)}
% endif
    response = render(request, "429.html", context, status=429)
    response["Retry-After"] = int(seconds)
    return response


def find_name(request, credentials=None):
    """Return the name that someone tries; capitals make no other."""
    name = (credentials or request.POST).get("username")
    return name and name.lower()


def is_too_often(request, what):
    """Tell whether something was tried too often from the address of a request."""
    return not AxesProxyHandler.is_allowed(request, {"username": what})


def count_try(request, what):
    """Count one more try; the last one that is permitted is still answered."""
    AxesProxyHandler.user_login_failed(__name__, {"username": what}, request)
    request.axes_locked_out = False


% if has_public_forms:
def find_sent_forms(request):
    """Find the count of forms that came from the address of a request of late."""
    sent = AccessAttempt.objects.filter(
        username=FORMS, ip_address=find_client_address(request), user_agent=""
    )
    outdated = timezone.now() - settings.AXES_COOLOFF_TIME
    sent.filter(attempt_time__lt=outdated).delete()
    return sent


def sends_too_often(request):
    """Tell whether as many forms were sent as may be, if the address is known."""
    limit = settings.PUBLIC_FORM_LIMIT
    is_full = find_sent_forms(request).filter(failures_since_start__gte=limit).exists()
    return is_full and find_client_address(request) is not None


def count_form(request):
    """Count one more form; what was sent isn't kept with it."""
    one_more = F("failures_since_start") + 1
    if find_sent_forms(request).update(failures_since_start=one_more):
        return
    AccessAttempt.objects.get_or_create(
        username=FORMS,
        ip_address=find_client_address(request),
        user_agent="",
        defaults={"failures_since_start": 1, "path_info": request.path},
    )


% endif
def find_client_address(request):
    """Return the address of whoever asks, which a proxy passes on in a header.

    The last address in the header is the one that the proxy itself has seen; those
    before it are what the client claims.
    """
    header = settings.CLIENT_ADDRESS_HEADER
    claimed = request.META.get(header, "").rpartition(",")[2] if header else ""
    for address in (claimed, request.META.get("REMOTE_ADDR", "")):
        try:
            return str(ipaddress.ip_address(address.strip()))
        except ValueError:
            # Nothing, or the name of a socket.
            continue
    return None
