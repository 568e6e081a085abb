"""Words in quotation marks: where they begin and end, and what is said around them of who speaks."""
