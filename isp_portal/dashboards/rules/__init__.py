"""What the reading pages say and count. Plain values in, plain values out: no Django, no clock."""
