"""Rule packs: load, read, assess, explain. Pure: no database and no clock; the day of decision is always given.

`contracts/pack-language.md` defines what an expression means; `possibilities` is that meaning, `syntax` its shape,
`linking` makes its reader, `evaluation` is the state of reading one household.
"""
