"""The manifest as a document: YAML in and out."""
