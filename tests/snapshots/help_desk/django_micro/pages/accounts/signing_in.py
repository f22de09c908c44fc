"""Signing in and out."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core import signing
from django.utils.translation import gettext as _

from ..forms import BootstrapMixin
from .first_account import SetUpView, has_accounts
from .trying_out import list_offers

# What was typed into another form before; see resuming.py.
TYPED = "typed"
KEPT = 60 * 60 * 24  # seconds


class SignInForm(BootstrapMixin, AuthenticationForm):
    typed = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_typed(self):
        try:
            return signing.loads(self.cleaned_data[TYPED], salt=TYPED, max_age=KEPT)
        except signing.BadSignature:
            return None


class SignInView(LoginView):
    template_name = "pages/accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True
    extra_context = {"fresh": False}

    def form_valid(self, form):
        response = super().form_valid(form)
        if typed := form.cleaned_data[TYPED]:
            self.request.session[TYPED] = typed
        messages.success(self.request, _("You are signed in."))
        return response


class SignOutView(LogoutView):
    def post(self, request, *args, **kwargs):
        response = super().post(request, *args, **kwargs)
        messages.info(request, _("You are signed out."))
        return response


@login_not_required
def sign_in(request):
    """Show the sign-in page; on a fresh database in development, the set-up page."""
    offers = list_offers(request)
    if has_accounts():
        return SignInView.as_view(extra_context={"fresh": False, **offers})(request)
    if settings.DEBUG:
        return SetUpView.as_view(extra_context=offers)(request)
    return SignInView.as_view(extra_context={"fresh": True})(request)
