"""Places, staff, permissions, the desk, audit and work items of an office."""
