"""The process that looks through one file. Nothing outside it imports what is in here."""
