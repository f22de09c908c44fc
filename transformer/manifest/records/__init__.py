"""The parts of a draft: what the manifest's schema defines, and what only the front end adds.

A class whose name ends in `Syntax` holds what lines said and the manifest doesn't keep, or keeps in
other words; the part that has it inherits from it. All properties may be absent, since a draft
is whatever its files say.
"""
