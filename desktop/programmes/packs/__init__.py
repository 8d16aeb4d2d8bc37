"""Rule packs as data: the types of `pack.yaml`, read, sealed, linked, found by name and day."""
