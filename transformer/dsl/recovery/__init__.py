"""Error recovery: what a line that matches no production was meant to be."""
