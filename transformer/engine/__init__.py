"""From a manifest and a backend's folder to files as a value. Knows no framework."""
