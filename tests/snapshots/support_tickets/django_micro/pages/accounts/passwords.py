"""Changing a password, and setting a new one when it is forgotten."""

from threading import Thread

from axes.utils import reset as forgive
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import forms, views
from django.contrib.messages.views import SuccessMessageMixin
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from ..forms import BootstrapMixin
from .throttling import MAILS, count_try, is_too_often, refuse


class ChangeForm(BootstrapMixin, forms.PasswordChangeForm):
    pass


class NewPasswordForm(BootstrapMixin, forms.SetPasswordForm):
    pass


class ForgottenForm(BootstrapMixin, forms.PasswordResetForm):
    def send_mail(self, *args, **kwargs):
        """Send the mail without letting the page wait for it.

        How long the page takes would tell who has an account. Vercel stops whatever
        runs when the page is done, so there it has to wait.
        """
        sending = Thread(target=super().send_mail, args=args, kwargs=kwargs)
        sending.start()
        if settings.PLATFORM == "Vercel":
            sending.join()


class ChangeView(SuccessMessageMixin, views.PasswordChangeView):
    template_name = "pages/accounts/change_password.html"
    form_class = ChangeForm
    success_url = reverse_lazy("profile")
    success_message = _("Your password was changed.")


class ForgottenView(SuccessMessageMixin, views.PasswordResetView):
    template_name = "pages/accounts/forgotten.html"
    form_class = ForgottenForm
    subject_template_name = "pages/accounts/mail_subject.txt"
    email_template_name = "pages/accounts/mail.txt"
    success_url = reverse_lazy("login")
    # The same for every address: who has an account is nobody else's business.
    success_message = _(
        "If there is an account with this address, a mail is on its way to it. "
        "Its link leads you on."
    )

    @property
    def extra_context(self):
        return {"sends_mail": settings.SENDS_MAIL}

    def post(self, request, *args, **kwargs):
        if not settings.SENDS_MAIL:
            return self.get(request)
        if is_too_often(request, MAILS):
            return refuse(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        count_try(self.request, MAILS)
        return super().form_valid(form)


class NewPasswordView(views.PasswordResetConfirmView):
    template_name = "pages/accounts/new_password.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("login")

    def form_valid(self, form):
        response = super().form_valid(form)
        # Who forgot the password has probably tried a few.
        forgive(username=self.user.get_username().lower())
        text = _("Your new password is set. You can sign in with it now.")
        messages.success(self.request, text)
        return response
