"""Django: models, admin, constraints, and migrations."""
