"""What the pages have in common: Django's generic views, with messages and more."""

from typing import NamedTuple

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.views import generic

from .deletion import foresee_deletion

RELATED_SHOWN = 20


class Related(NamedTuple):
    """Rows that refer to the one on a page, by the name of the way back to them."""

    name: str
    title: str
    select: tuple[str, ...] = ()


class PageMixin:
    """A page; templates know its row or rows as `object` or `object_list`."""

    context_object_name = None

    def get_context_object_name(self, value):
        # Django would add a name made from the model's, which hides `user` or `form`
        # if that's what the model is called.
        return self.context_object_name

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["may_change"] = True
        return context


class ReadingMixin:
    """A page that does no more than show something."""


class PageView(ReadingMixin, PageMixin, generic.TemplateView):
    pass


class HomeView(PageView):
    """The way to every list; `lists` holds their URL names, titles and querysets."""

    template_name = "core/home.html"
    lists = ()

    def get_context_data(self, **kwargs):
        cards = [
            {"url_name": url_name, "title": title, "count": rows.count()}
            for url_name, title, rows in self.lists
        ]
        return super().get_context_data(cards=cards, **kwargs)


class ListView(ReadingMixin, PageMixin, generic.ListView):
    paginate_by = 20

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if page := context["page_obj"]:
            context["page_range"] = page.paginator.get_elided_page_range(page.number)
        return context


class DetailView(ReadingMixin, PageMixin, generic.DetailView):
    related = ()

    def get_context_data(self, **kwargs):
        related = [self.get_related(*entry) for entry in self.related]
        return super().get_context_data(related=related, **kwargs)

    def get_related(self, name, title, select=()):
        reference = self.model._meta.get_field(name)
        rows = reference.related_model._default_manager.filter(
            **{reference.field.name: self.object}
        )
        if select:
            rows = rows.select_related(*select)
        count = rows.count()
        return {
            "title": title,
            "is_single": reference.one_to_one,
            "count": count,
            "rows": rows[:RELATED_SHOWN],
            "more": max(count - RELATED_SHOWN, 0),
        }


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
    template_name = "core/confirm_delete.html"

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
