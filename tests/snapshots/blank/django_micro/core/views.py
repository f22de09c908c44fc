from . import generic


class HomeView(generic.HomeView):
    lists = []
