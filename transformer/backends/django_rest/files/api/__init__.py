"""An API for programs, in which the rules of the pages hold.

`core/api.py` declares what there is of each kind of record; this package does the rest.
Who may do what is asked where the pages ask it: `has_perm` and `visible_to`.
"""
