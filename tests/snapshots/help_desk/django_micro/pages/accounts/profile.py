"""The page on which people look after their own account."""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.messages.views import SuccessMessageMixin
from django.core.exceptions import PermissionDenied
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import UpdateView

from records.policies import find_policy

from ..forms import ModelForm

EMAIL_INPUT = forms.EmailInput({"autocomplete": "email"})


def list_account_fields():
    """What someone is asked for to have an account, beside a password."""
    model = get_user_model()
    names = [model.USERNAME_FIELD, *model.REQUIRED_FIELDS, model.EMAIL_FIELD]
    return list(dict.fromkeys(names))


class ProfileForm(ModelForm):
    class Meta:
        model = get_user_model()
        fields = ["email", "name"]
        widgets = {"email": EMAIL_INPUT}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        policy = find_policy(self._meta.model)
        self.is_closed = not (user.is_superuser or policy.allows(user, "update", user))
        for field in self.fields.values():
            field.disabled = field.disabled or self.is_closed


@method_decorator(never_cache, name="dispatch")
class ProfileView(LoginRequiredMixin, SuccessMessageMixin, UpdateView):
    template_name = "pages/accounts/profile.html"
    form_class = ProfileForm
    success_url = reverse_lazy("profile")
    success_message = _("Your profile was saved.")

    def get_object(self, queryset=None):
        return self.request.user

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def post(self, request, *args, **kwargs):
        if self.get_form().is_closed:
            raise PermissionDenied
        return super().post(request, *args, **kwargs)
