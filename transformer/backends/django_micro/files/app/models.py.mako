"""The models of the app, importable from one place."""

${project_imports}

__all__ = [
% for name in model_names:
    "${name}",
% endfor
]
