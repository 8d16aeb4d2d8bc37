"""The plain program of a caseload run on whole columns in memory, with no database."""
