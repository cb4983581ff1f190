"""The verbs of a workshop: open, take part, steer, tidy, look, count."""
