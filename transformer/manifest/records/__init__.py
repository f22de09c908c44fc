"""The types of a draft: parts of the manifest's schema, and syntax that only the front end has.

A class whose name ends in `Syntax` holds properties that the manifest doesn't keep, or keeps in
another form; the class of the part inherits from it. All properties may be absent, since a draft
has only what its files have.
"""
