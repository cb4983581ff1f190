"""People who come in through the real doors, recorded or simulated; knows nothing of the house."""
