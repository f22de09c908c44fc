"""The models of the app, importable from one place."""
% if models:

${project_imports}

__all__ = [
% for name in model_names:
    "${name}",
% endfor
]
% endif
