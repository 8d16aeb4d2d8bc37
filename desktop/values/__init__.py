"""What cannot be wrong: money, national ids, dates in two calendars, Arabic names, wordings, errors.

The lowest room: it imports no other room and any room may use it.
"""
