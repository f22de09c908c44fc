"""What must hold in a manifest, a subject per module."""
