"""Forms of the record of intervention: one for each intent."""
