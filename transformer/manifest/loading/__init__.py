"""A project's files to blocks, in the order of its modules."""
