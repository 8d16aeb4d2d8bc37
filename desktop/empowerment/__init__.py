"""Empowerment: the courses that an office offers and who is enrolled in them."""
