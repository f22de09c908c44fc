from django.utils.html import escape


class PlainHelpMixin:
    """An admin class whose inputs show the help of their fields as text: Django takes it for HTML."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        helped = (field for field in self.opts.fields if field.help_text)
        texts = {field.name: escape(field.help_text) for field in helped}
        return super().get_form(request, obj, change, help_texts=texts, **kwargs)
