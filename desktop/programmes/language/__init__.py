"""What an expression of a pack is, and what it means: sets of possibilities, read from a household file."""
