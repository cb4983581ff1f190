"""Timing what people wait for, against a real server on this machine."""
