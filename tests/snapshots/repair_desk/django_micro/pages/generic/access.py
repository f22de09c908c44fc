"""Pages that are for some people only."""

from django.contrib.auth import mixins


class AccessMixin(mixins.AccessMixin):
    """A page, or what belongs to one, for those whom `page_access` lets in."""

    page_access = None

    def dispatch(self, request, *args, **kwargs):
        if not self.page_access.lets_in(request.user):
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)
