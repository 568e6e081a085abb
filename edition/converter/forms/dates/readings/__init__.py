"""What a match says: one reading for each rule of the tables, and what needs no form."""
