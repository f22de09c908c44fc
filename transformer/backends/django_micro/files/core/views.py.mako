${view_imports}


class HomeView(${'WaitingMixin, ' if has_waiting else ''}generic.HomeView):
${home_lists}
% for view in views:


class ${view.name}(${view.parent}):
${view.body}
% endfor
