"""What every page has, and who may read it."""

from django.views import generic


class PageMixin:
    """A page; templates know its row or rows as `object` or `object_list`."""

    context_object_name = None

    def get_context_object_name(self, value):
        # Django would add a name made from the model's, which hides `user` or `form`
        # if that's what the model is called.
        return self.context_object_name

    @property
    def may_change(self):
        return True

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_change=self.may_change, **kwargs)


class ReadingMixin:
    """A page that does no more than show something."""


class PageView(ReadingMixin, PageMixin, generic.TemplateView):
    pass
