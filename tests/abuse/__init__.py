"""People who copy ids, press twice, paste markup or type nonsense: what the portal answers them."""
