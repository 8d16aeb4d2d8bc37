"""What each document says: the answers of the rooms worded into the contents that `reports` sets in type."""
