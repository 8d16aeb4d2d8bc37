"""What a change of the rules would do to a caseload: who gains, who loses, what it costs."""
