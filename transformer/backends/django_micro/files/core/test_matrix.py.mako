"""Who may do what with which rows at which address, as the app was described to be.

Nothing of this comes from `core/policies.py`. Whoever changes that on purpose, or adds
an address, changes these lists too.
"""

${matrix_imports}

# Who signs in; a superuser and a visitor ask as well.
${matrix_roles}

# A condition asks about a row and whoever is signed in.
${matrix_rights}

# How a row is made, and what is tried in it.
${matrix_rows}

# The addresses, each with the operation that somebody has to be allowed.
${matrix_addresses}


class MatrixTests(matrix.MatrixTests):
    roles, rights, rows, addresses = ROLES, RIGHTS, ROWS, ADDRESSES
% if matrix_person:

    @staticmethod
    def values_of_person():
${matrix_person}
% endif
