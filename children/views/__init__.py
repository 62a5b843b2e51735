"""Pages about one child and the family. The child's own page joins floors and lives under the roof."""
