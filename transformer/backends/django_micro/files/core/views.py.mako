${view_imports}


class HomeView(generic.HomeView):
${home_lists}
% for view in views:


class ${view.name}(${view.parent}):
${view.body}
% endfor
