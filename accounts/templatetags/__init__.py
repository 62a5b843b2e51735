"""Template tags that every floor may use: icons, pills, days, drawings, clauses."""
