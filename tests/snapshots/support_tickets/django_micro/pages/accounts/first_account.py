"""Making the first account of a fresh database in the browser."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, login
from django.contrib.auth.forms import BaseUserCreationForm
from django.contrib.auth.views import RedirectURLMixin
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from ..forms import BootstrapMixin
from .profile import EMAIL_INPUT, list_account_fields


class SetUpForm(BootstrapMixin, BaseUserCreationForm):
    class Meta(BaseUserCreationForm.Meta):
        model = get_user_model()
        fields = list_account_fields()
        widgets = {"email": EMAIL_INPUT}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[get_user_model().USERNAME_FIELD].required = True

    def save(self, commit=True):
        self.instance.is_staff = True
        self.instance.is_superuser = True
        return super().save(commit)


@method_decorator(
    [sensitive_post_parameters(), csrf_protect, never_cache], name="dispatch"
)
class SetUpView(RedirectURLMixin, FormView):
    template_name = "pages/accounts/set_up.html"
    form_class = SetUpForm
    next_page = settings.LOGIN_REDIRECT_URL

    def form_valid(self, form):
        with transaction.atomic():
            lock_accounts()
            if has_accounts():
                return redirect("login")
            user = form.save()
        login(self.request, user, settings.ACCOUNT_BACKEND)
        messages.success(self.request, _("The account is made, and you are signed in."))
        return super().form_valid(form)


def has_accounts():
    return get_user_model().objects.exists()


def lock_accounts():
    """Let one transaction at a time decide that there is no account yet.

    A row that isn't there can't be locked, so the model's own row stands for it.
    SQLite has no such locks and needs none: its transactions come one by one.
    """
    rows = ContentType.objects.select_for_update()
    options = get_user_model()._meta
    rows.filter(app_label=options.app_label, model=options.model_name).first()
