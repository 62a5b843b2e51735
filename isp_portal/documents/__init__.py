"""Papers as given to one person on one day: frozen facts, the PDF made of them, the issued copy."""
