"""Random schemas and documents, for the RELAX NG engine to be held against other ones."""
