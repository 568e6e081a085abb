"""A text as a row of signs, and the forms of a language table as patterns over it."""
