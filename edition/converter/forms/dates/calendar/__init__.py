"""Calendars beside ours, feasts, and the old style."""
