"""Arabic on paper, owned here and nowhere else: from logical text to ink, and back to text when the PDF is read.

```
markup   logical text; isolates around ids, dates, amounts and words of the other script
levels   which way each letter runs, resolved on the whole paragraph (python-bidi)
shaping  joined forms and ligatures, word by word (arabic-reshaper)
faces    the fonts, their fallback, their ToUnicode
lines    breaking on logical text with real widths, reordering line by line
reading  what a PDF reader must be told so that copied text is the logical text
ink      drawing on a ReportLab canvas
```
"""
