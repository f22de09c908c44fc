"""What the pages of an app have in common, written by dazzle and best left as it is.

Builds bring it up to date. What is your own has places elsewhere: README.md.
"""

__version__ = "0.1.0"
