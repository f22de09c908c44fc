${view_imports}


class HomeView(${home_parents}):
${home_lists}
% for view in views:


${view.head}
${view.body}
% endfor
