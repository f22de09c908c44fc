"""Pages that make, change and delete rows."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.views import generic

from ..deletion import foresee_deletion
from .page import PageMixin


class SavingMixin(PageMixin):
    """A form that saves a row and leads to `success_page` or to the row's page."""

    message = "“{}” was saved."
    submit_title = "Save"
    success_page = ""
    account_fields = ()

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        for name in self.account_fields:
            setattr(form.instance, name, self.request.user)
        return form

    def form_valid(self, form):
        try:
            with transaction.atomic():
                response = super().form_valid(form)
        except IntegrityError:
            # What the form can't see: fields that it doesn't have, or someone faster.
            form.add_error(None, "This clashes with something that is there already.")
            return self.form_invalid(form)
        messages.success(self.request, self.message.format(self.object))
        return response

    def get_success_url(self):
        if self.success_page:
            return reverse(self.success_page, kwargs={"pk": self.object.pk})
        return super().get_success_url()


class CreateView(SavingMixin, generic.CreateView):
    message = "“{}” was added."


class UpdateView(SavingMixin, generic.UpdateView):
    pass


class DeleteView(PageMixin, generic.DeleteView):
    template_name = "pages/confirm_delete.html"

    def get_context_data(self, **kwargs):
        forecast = foresee_deletion(self.object)
        return super().get_context_data(forecast=forecast, **kwargs)

    def form_valid(self, form):
        name = str(self.object)
        try:
            with transaction.atomic():
                response = super().form_valid(form)
        except IntegrityError:
            # A row stands in the way; the page says which.
            context = self.get_context_data(form=form)
            return self.render_to_response(context, status=409)
        messages.success(self.request, f"“{name}” was deleted.")
        return response
