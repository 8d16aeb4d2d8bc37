"""Packed copies of files: the believed facts of each in one row, for runs over a caseload."""
