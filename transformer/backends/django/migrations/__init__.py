"""The migrations of a project: never rewritten, and one more where its models changed."""
