"""An app that is served while somebody works on it, and open pages that show each change."""
