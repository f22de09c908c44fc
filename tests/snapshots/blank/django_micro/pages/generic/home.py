"""The start page."""

from .page import PageView


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
