"""What keeps the project in order: make runs it."""
