"""Alembic's environment, run by `desktop.database.upgrade`; the versions are sealed and import nothing of ours."""
