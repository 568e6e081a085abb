"""The sentence in which a date stands: where it begins, and of what time it speaks."""
