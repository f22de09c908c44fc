app orders "Orders"

# One entity with two lists of as many columns: in the one, three are computed; in the other, three
# hold the same values, stored. A third list leaves them out.

entity Order:
  number: int required
  customer: str(80) required
  status: enum[open "Open", sent "Sent", paid "Paid"]=open
  placed_on: date required
  due_on: date required
  net: decimal(10, 2) required
  stored_total: decimal(12, 2) required
  stored_tax: decimal(12, 2) required
  stored_late: bool
  total: computed sum(lines.quantity * lines.price)
  tax: computed round(net * 0.2, 2)
  late: computed due_on < today and status = open

entity Line:
  order: ref Order required cascade
  quantity: int required
  price: decimal(8, 2) required

surface computed_list "Orders, computed":
  uses entity Order
  mode: list
  section main:
    field number
    field customer
    field status
    field placed_on
    field due_on
    field total
    field tax
    field late

surface stored_list "Orders, stored":
  uses entity Order
  mode: list
  section main:
    field number
    field customer
    field status
    field placed_on
    field due_on
    field stored_total
    field stored_tax
    field stored_late

surface short_list "Orders, without":
  uses entity Order
  mode: list
  section main:
    field number
    field customer
    field status
    field placed_on
    field due_on
