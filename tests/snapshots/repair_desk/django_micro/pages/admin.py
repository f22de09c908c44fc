from django.utils.html import escape


class PlainHelpMixin:
    """Shows the help of fields as the text that it is; Django takes it for HTML."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        helped = (field for field in self.opts.fields if field.help_text)
        texts = {field.name: escape(field.help_text) for field in helped}
        return super().get_form(request, obj, change, help_texts=texts, **kwargs)
