"""People and households as the office knows them, on any day and as known at any time."""
