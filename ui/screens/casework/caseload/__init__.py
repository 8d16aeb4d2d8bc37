"""Every household of the office assessed at once on the screen: the run, what it came to, and whom it touches."""
