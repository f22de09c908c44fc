"""What every page has, and who may read it."""

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
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
        return self.request.user.is_authenticated

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_change=self.may_change, **kwargs)


@method_decorator(login_not_required, name="dispatch")
class ReadingMixin:
    """A page that needs no sign-in, because all it does is show something."""

    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)


class PageView(ReadingMixin, PageMixin, generic.TemplateView):
    pass
