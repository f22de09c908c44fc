"""One Django app with pages and forms, on top of the models of `django`."""
