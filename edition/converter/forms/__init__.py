"""Forms that carry their own meaning: dates, names, mastheads, attributions. Text in, spans out.

A form knows nothing of blocks or of the document around it: `segment` and `annotate` use the same
forms, the one to tell what a line is, the other to mark what stands in it.
"""
