"""Problems as values, how they are drawn and explained, and the tables that say them."""
