"""The page on which people make tokens for programs, and revoke them."""

import datetime

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.generic import FormView, View

from pages.forms.shape import BootstrapMixin
from records.permissions import may

from .models import Token

# Days that a token is valid for; those without an end are chosen on purpose.
DAYS = [
    ("30", gettext_lazy("30 days")),
    ("365", gettext_lazy("One year")),
    ("", gettext_lazy("Until it is revoked")),
]


class TokenForm(BootstrapMixin, forms.ModelForm):
    """A new token; `valid_for` is a number of days."""

    fieldsets = ()
    references = {}

    valid_for = forms.ChoiceField(
        label=gettext_lazy("Valid for"), choices=DAYS, required=False
    )
    limited_to = forms.MultipleChoiceField(
        label=gettext_lazy("Only for"),
        help_text=gettext_lazy("Without a choice it is for all that you may see."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Token
        fields = ["name", "is_read_only", "valid_for", "limited_to"]
        labels = {
            "name": gettext_lazy("Name"),
            "is_read_only": gettext_lazy("Only for reading"),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        from core.api import router

        models = {viewset.queryset.model for _p, viewset, _b in router.registry}
        self.fields["limited_to"].choices = sorted(
            (each._meta.model_name, capfirst(each._meta.verbose_name_plural))
            for each in models
            if may(user, "view", each) or may(user, "add", each)
        )

    def clean(self):
        cleaned = super().clean()
        if days := cleaned.get("valid_for"):
            lasts = datetime.timedelta(days=int(days))
            self.instance.expires_at = timezone.now() + lasts
        return cleaned


@method_decorator(never_cache, name="dispatch")
class TokensView(LoginRequiredMixin, FormView):
    """One's own tokens. A new one is shown in the answer, and never again."""

    template_name = "api/tokens.html"
    form_class = TokenForm
    initial = {"valid_for": "30"}

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        user = self.request.user
        return {**kwargs, "user": user, "instance": Token(user=user)}

    def get_context_data(self, **kwargs):
        tokens = Token.objects.filter(user=self.request.user)
        return super().get_context_data(tokens=tokens, **kwargs)

    @sensitive_variables("secret")
    def form_valid(self, form):
        secret = form.instance.make_secret()
        form.save()
        fresh = TokenForm(user=self.request.user, initial=self.initial)
        context = self.get_context_data(form=fresh, secret=secret)
        return self.render_to_response(context)


class RevokeView(LoginRequiredMixin, View):
    http_method_names = ["post"]

    def post(self, request, pk):
        token = get_object_or_404(Token, pk=pk, user=request.user)
        token.delete()
        text = _("The token “%(name)s” was revoked.") % {"name": token.name}
        messages.success(request, text)
        return redirect(reverse_lazy("api_tokens"))
