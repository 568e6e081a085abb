"""What the text around a date tells of it: the day of writing, the story, and the values that follow."""
