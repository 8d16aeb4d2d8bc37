"""The screen of one household: its header, its tabs, its actions."""
