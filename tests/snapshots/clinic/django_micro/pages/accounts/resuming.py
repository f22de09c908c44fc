"""A form that was sent after its session had ended, shown again after signing in.

The sign-in page carries along what was typed, signed, because nothing is kept here of
someone whom nobody knows. Then the session has it, until the form has been shown once:
with all that was typed, and not saved, since it may be somebody else who signed in.
"""

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.forms import PasswordInput
from django.http import QueryDict
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from ..idempotency import INPUT
from .first_account import has_accounts
from .signing_in import TYPED, SignInForm

LARGEST = 256 * 1024  # letters
NOT_TYPED = {"csrfmiddlewaretoken", INPUT, "form-another", "form-check", "form-search"}


class ResumingMixin:
    """A page with a form, for those who may use it."""

    def handle_no_permission(self):
        return ask_to_sign_in(self.request, self) or super().handle_no_permission()

    @cached_property
    def typed(self):
        """What was sent before someone signed in; nothing the next time."""
        return take_typed(self.request) if self.request.method == "GET" else None

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        return kwargs if self.typed is None else {**kwargs, "data": self.typed}


class SignInMiddleware(LoginRequiredMiddleware):
    """Asks for a sign-in; a form that someone sends without one isn't lost."""

    def handle_no_permission(self, request, view_func):
        view_class = getattr(view_func, "view_class", type(None))
        if issubclass(view_class, ResumingMixin):
            view = view_class(**view_func.view_initkwargs)
            if response := ask_to_sign_in(request, view):
                return response
        return super().handle_no_permission(request, view_func)


def ask_to_sign_in(request, view):
    """Return the sign-in page with what a visitor typed, if that can be carried."""
    is_scripted = "HX-Request" in request.headers
    if request.method != "POST" or request.user.is_authenticated or is_scripted:
        return None
    text = spell_typed(request.POST, view)
    if not 0 < len(text) <= LARGEST or not has_accounts():
        return None
    address = request.get_full_path()
    typed = [spell_address(request), text, bool(request.FILES)]
    carried = signing.dumps(typed, salt=TYPED, compress=True)
    message = _("Your session has ended. Sign in, and the form is as you left it.")
    messages.warning(request, message)
    context = {
        "form": SignInForm(request, initial={TYPED: carried}),
        "action": redirect_to_login(address).url,
        "next": address,
    }
    response = render(request, "pages/accounts/sign_in.html", context)
    add_never_cache_headers(response)
    return response


def spell_address(request):
    """Return an address in one spelling; a browser may choose another."""
    return f"{request.path}?{request.GET.urlencode()}"


def spell_typed(data, view):
    """Return what someone typed; no passwords."""
    form_class = view.form_class
    if not form_class and hasattr(view, "list_view"):
        form_class = view.list_view.add_form
    forms = [form_class, *list_line_forms(form_class)] if form_class else []
    fields = [item for each in forms for item in each.base_fields.items()]
    secrets = {n for n, f in fields if isinstance(f.widget, PasswordInput)}
    typed = data.copy()
    for name in data:
        # A form in a list has a prefix, and so has a line of a form.
        if name in NOT_TYPED or name.rpartition("-")[2] in secrets:
            del typed[name]
    return typed.urlencode()


def list_line_forms(form_class):
    return [each.form_class for each in getattr(form_class, "inlines", {}).values()]


def take_typed(request):
    """Return what was typed on a page before signing in, and forget it."""
    address, text, had_files = request.session.get(TYPED, ("", "", False))
    if address != spell_address(request):
        return None
    del request.session[TYPED]
    messages.warning(request, _("Your session had ended, so this isn’t saved yet."))
    if had_files:
        messages.warning(request, _("Choose files again."))
    return QueryDict(text)
