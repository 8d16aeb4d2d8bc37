"""Rule packs: load, read, assess, explain. Pure: no database and no clock; the day of decision is always given.

`contracts/pack-language.md` defines what an expression means; `possibilities` is that meaning, `syntax` its shape,
`evaluation` its reader for one household.
"""
