"""The transitions that were made: who, when, from which state to which."""
