// Which of the stops that were numbered have no ring when the keyboard is there, in the colours of now.
() => window.unseen()
