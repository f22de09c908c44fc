"""Signing in, and making the first account of a fresh database."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, BaseUserCreationForm
from django.contrib.auth.views import LoginView, LogoutView, RedirectURLMixin
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from .forms import BootstrapMixin


class SignInForm(BootstrapMixin, AuthenticationForm):
    pass


class SetUpForm(BootstrapMixin, BaseUserCreationForm):
    class Meta(BaseUserCreationForm.Meta):
        model = get_user_model()

    def save(self, commit=True):
        self.instance.is_staff = True
        self.instance.is_superuser = True
        return super().save(commit)


class SignInView(LoginView):
    template_name = "pages/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True
    extra_context = {"fresh": False}


@method_decorator(
    [sensitive_post_parameters(), csrf_protect, never_cache], name="dispatch"
)
class SetUpView(RedirectURLMixin, FormView):
    template_name = "pages/set_up.html"
    form_class = SetUpForm
    next_page = settings.LOGIN_REDIRECT_URL

    def form_valid(self, form):
        with transaction.atomic():
            lock_accounts()
            if has_accounts():
                return redirect("login")
            user = form.save()
        login(self.request, user)
        return super().form_valid(form)


class SignOutView(LogoutView):
    def post(self, request, *args, **kwargs):
        response = super().post(request, *args, **kwargs)
        messages.info(request, "You are signed out.")
        return response


@login_not_required
def sign_in(request):
    """Show the sign-in page; on a fresh database in development, the set-up page."""
    if has_accounts():
        return SignInView.as_view()(request)
    if settings.DEBUG:
        return SetUpView.as_view()(request)
    return SignInView.as_view(extra_context={"fresh": True})(request)


def has_accounts():
    return get_user_model().objects.exists()


def lock_accounts():
    """Let one transaction at a time decide that there is no account yet.

    A row that isn't there can't be locked, so the model's own row stands for it.
    SQLite has no such locks and needs none: its transactions come one by one.
    """
    rows = ContentType.objects.select_for_update()
    rows.filter(app_label="auth", model="user").first()
