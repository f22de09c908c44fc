% if has_waiting:
"""Making an account of one's own, which reads at most until somebody lets it in."""
% else:
"""Making an account of one's own, which is a member's at once."""
% endif

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.views import RedirectURLMixin
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

% if not has_waiting:
from records.members import add_to_members
% endif
% if rights_fields:
from records.permissions import RIGHTS_FIELDS
% endif
% if rights_fields or not has_waiting:

% endif
from ..forms import BootstrapMixin
from .first_account import has_accounts
from .profile import EMAIL_INPUT, list_account_fields
from .throttling import count_try, is_too_often, refuse

# What is counted, under a name that no account can have.
TAKEN_NAMES = "taken name"


class SignUpForm(BootstrapMixin, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        model = get_user_model()
% if rights_fields:
        # Nobody gives themselves a right, not even one that every account needs.
        fields = [name for name in list_account_fields() if name not in RIGHTS_FIELDS]
% else:
        fields = list_account_fields()
% endif
        widgets = {"email": EMAIL_INPUT}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Where a new password can be sent to.
        self.fields["email"].required = True


@method_decorator(
    [login_not_required, sensitive_post_parameters(), csrf_protect, never_cache],
    name="dispatch",
)
class SignUpView(RedirectURLMixin, FormView):
    template_name = "pages/accounts/sign_up.html"
    form_class = SignUpForm
    next_page = settings.LOGIN_REDIRECT_URL

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            return redirect(self.get_success_url())
        if not has_accounts():
            # The first account is that of whoever runs the app.
            return redirect("login")
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if is_too_often(request, TAKEN_NAMES):
            return refuse(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            with transaction.atomic():
                user = form.save()
% if not has_waiting:
                add_to_members(user)
% endif
        except IntegrityError:
            # Somebody was faster, or the form was sent twice at once.
            model = form._meta.model
            taken = form.instance.unique_error_message(model, [model.USERNAME_FIELD])
            form.add_error(model.USERNAME_FIELD, taken)
            return self.form_invalid(form)
        login(self.request, user, settings.ACCOUNT_BACKEND)
        messages.success(self.request, _("Welcome! Your account is made."))
% if has_waiting:
        messages.info(self.request, _("Until somebody lets you in, you can only read."))
% endif
        return super().form_valid(form)

    def form_invalid(self, form):
        # That a name is taken says that somebody has it: a few times is enough.
        if form.has_error(form._meta.model.USERNAME_FIELD, "unique"):
            count_try(self.request, TAKEN_NAMES)
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        next_page = self.get_redirect_url()
        return super().get_context_data(**kwargs, next=next_page)
