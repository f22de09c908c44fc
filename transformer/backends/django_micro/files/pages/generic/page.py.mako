"""What every page has, and who may read it."""

% if read:
from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
% endif
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
% if read:
        return self.request.user.is_authenticated
% else:
        return True
% endif

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_change=self.may_change, **kwargs)


% if read:
@method_decorator(login_not_required, name="dispatch")
class ReadingMixin:
    """A page that needs no sign-in, because all it does is show something."""

    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)
% else:
class ReadingMixin:
    """A page that does no more than show something."""
% endif


class PageView(ReadingMixin, PageMixin, generic.TemplateView):
    pass
