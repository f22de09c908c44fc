${view_imports}


class HomeView(${home_parents}):
${home_lists}
% for view in views:


class ${view.name}(${view.parent}):
${view.body}
% endfor
