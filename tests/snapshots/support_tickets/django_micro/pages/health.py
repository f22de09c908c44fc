"""A page for the platform, which asks again and again whether the app is alive."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse


@login_not_required
def healthz(request):
    return HttpResponse("ok\n", content_type="text/plain")
