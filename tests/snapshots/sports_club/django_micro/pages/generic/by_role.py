"""Pages that are different for some roles, as their `page_policy` says."""


class PolicyMixin:
    """A page of rows with a policy: those of its scope."""

    page_policy = None

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if self.page_policy:
            self.is_read_only = self.page_policy.is_read_only(request.user)

    def has_permission(self):
        is_allowed = self.action == "view" or not self.is_read_only
        return is_allowed and super().has_permission()

    def get_queryset(self):
        rows = super().get_queryset()
        policy = self.page_policy
        return policy.narrow(rows, self.request.user) if policy else rows


class HomeMixin:
    """A start page; `page_policies` are those of lists, by the names of addresses."""

    page_policies = {}

    def list_rows(self, listing):
        rows = super().list_rows(listing)
        policy = self.page_policies.get(listing.url_name)
        return policy.narrow(rows, self.request.user) if policy else rows
