${view_imports}


class HomeView(${'WaitingMixin, ' if has_waiting else ''}generic.HomeView):
${home_lists}
% for view in views:


${view.head}
${view.body}
% endfor
