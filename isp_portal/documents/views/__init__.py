"""Papers: copies that are issued and kept, and sheets that are printed and not kept."""
