"""What the records of an app have in common: rules, rights, changes and searches.

It is written by dazzle, and best left as it is: builds bring it up to date. What is
your own has places elsewhere: README.md.
"""
