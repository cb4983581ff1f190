"""What `make` runs besides the server: assets, catalogues, migrations."""
