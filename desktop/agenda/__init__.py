"""What is due at the office; it reads every room below and decides nothing."""
