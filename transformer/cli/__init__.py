"""The command `dazzle`: a module per command; arguments in, reports and an exit status out."""
