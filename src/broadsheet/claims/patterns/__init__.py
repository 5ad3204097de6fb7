"""Reading newspaper prose: who says what, through whom, when, and how many. No Django here.

A few dozen expressions, no model. What they find is filled into a form, where an editor corrects it;
how often they are right is measured in benchmarks/claims_patterns.py. Positions in a text count its
characters, as Python does.
"""
