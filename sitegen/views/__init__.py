"""What templates see: frozen values, finished for printing. One struct per page template, made of common parts."""
