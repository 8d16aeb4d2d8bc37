"""Who comes first when places or money are short: the order of need, its ties and quotas, and why each rank."""
