"""The simulation on the screen: two laws over the caseload, what it costs, and whom it touches."""
