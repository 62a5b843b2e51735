"""How a register comes in from a nursery system: as CSV or as a workbook (.xlsx).

`reader` hands the file to a bounded process (`child`), the only place that parses it. What comes
back is text in rows and columns; what it means is the business of `children.rules.register`.
"""
