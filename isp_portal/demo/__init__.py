"""Made-up settings and stories for trying the portal. Never installed in production."""
