"""How fast the portal is on this machine: each figure beside its floor, from the same run."""
