"""What was begun and not yet saved in the office's database: kept on this machine until it is, for whoever began it."""
