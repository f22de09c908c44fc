"""Names of a draft resolved to what they name."""
