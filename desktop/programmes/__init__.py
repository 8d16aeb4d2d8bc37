"""Rule packs: load, read, assess, explain. Pure: no database and no clock; the day of decision is always given.

`contracts/pack-language.md` defines what an expression means. `language/` is that meaning and its reader, `packs/` the
packs as data, `answers/` the rules' answer for one household, `checking/` whether a pack is fit to decide with.
"""
