${versions.python}
