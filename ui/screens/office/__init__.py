"""The screens of the office itself: what a person prefers."""
