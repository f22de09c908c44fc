"""From a manifest and the tables to files as a value. Knows neither blocks nor tokens."""
