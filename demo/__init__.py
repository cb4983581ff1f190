"""The sample project: an invented municipality, so that a newcomer sees everything at work."""
