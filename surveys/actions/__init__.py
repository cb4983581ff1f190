"""What is done with surveys: publishing and inviting, answering, and reading what came in."""
