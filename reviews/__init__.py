"""What we saw; is it working; what next."""
