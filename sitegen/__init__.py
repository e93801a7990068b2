"""A static site generator for public-awareness campaigns."""
