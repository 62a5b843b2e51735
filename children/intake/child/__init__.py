"""The process that parses a register. The web process never imports this."""
