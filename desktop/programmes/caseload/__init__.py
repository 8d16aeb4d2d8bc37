"""A whole caseload at once: a pack's expressions as set-based SQL, agreeing with the interpreter to the last unit."""
