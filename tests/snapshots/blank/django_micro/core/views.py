from pages import generic


class HomeView(generic.HomeView):
    lists = []
