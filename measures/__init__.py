"""Statistics over many answers: shares, ranks with ties, small-cell suppression. Pure."""
