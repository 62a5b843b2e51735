"""What pages read about agencies: requests and consents in words, recommendations that remain."""
