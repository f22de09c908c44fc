"""The admin without sensitive values, for those who may not change their record."""


class MaskedFieldsMixin:
    """Records in the admin, of which only those see `masked` values who may change one.

    Nobody looks for records by them, as that would tell letter by letter.
    """

    masked = ()

    def get_fieldsets(self, request, obj=None):
        found = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return found
        return [
            (title, {**said, "fields": list(self.list_open(said["fields"]))})
            for title, said in found
        ]

    def list_open(self, lines):
        """The lines of a form, of which some have several fields."""
        for line in lines:
            if isinstance(line, str):
                if line not in self.masked:
                    yield line
            elif kept := tuple(name for name in line if name not in self.masked):
                yield kept

    def lookup_allowed(self, lookup, value, request):
        is_masked = lookup.partition("__")[0] in self.masked
        return not is_masked and super().lookup_allowed(lookup, value, request)
