"""The roof: settings, addresses, and the rooms that must see every floor."""
