"""Drawings of the reading pages, made on the server."""
