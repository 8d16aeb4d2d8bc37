"""Things, not code: programmes (rule packs), messages, contracts, fonts, icons and demonstration data."""
