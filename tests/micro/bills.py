"""An app with lines under rules."""

PROJECT = """\
app billing
entity User:
  email: email required unique
  role: enum[clerk, boss]=clerk
entity Bill:
  number: str required unique
  state: enum[draft, sent]=draft
  lines: has_many Line "What for"
  seal: has_one Seal
  permit:
    list: true
    read: true
    create: true
    update: true
entity Line:
  bill: ref Bill required cascade
  what: str required
  price: int=0 min(0)
  product: ref Product
  margin: int=7
  is_frozen: bool=false
  is_kept: bool=false
  is_secret: bool=false
  state: enum[open, done, dropped]=open
  made_by: ref User auto_add
  seen_at: datetime=now
  pin: str
  unique: bill, what
  transitions state:
    open -> done
    done -> dropped
  audit: all
  permit:
    list: true
    read: true
    create: role(boss) or bill.state = draft
    update: role(boss) or is_frozen = false
    delete: role(boss) or is_kept = false
  scope:
    list: is_secret = false
      as: clerk
    list: all
      as: boss
entity Remark:
  line: ref Line required cascade
  text: str
entity Receipt:
  line: ref Line nullify
  text: str
entity Product:
  name: str required
  permit:
    list: true
    read: true
entity Seal:
  bill: ref Bill required cascade
  motto: str required
  permit:
    list: true
    read: true
    create: role(boss) or bill.state = draft
    update: true
@use crud_surface_set(entity_name=Product, title_field=name)
surface bill_list "Bills":
  uses entity Bill
  mode: list
surface bill_view "Bill":
  uses entity Bill
  mode: view
surface bill_create "New bill":
  uses entity Bill
  mode: create
  section main:
    field number
    field lines
surface bill_edit "Edit the bill":
  uses entity Bill
  mode: edit
  section main:
    field number
    field state
    field lines "What for" help="A line each"
    field seal
surface seal_create "Seal it":
  uses entity Seal
  mode: create
  ux:
    for boss:
      read_only: true
surface seal_edit "Seal it otherwise":
  uses entity Seal
  mode: edit
  access: persona(clerk)
surface line_create "Add a line":
  uses entity Line
  mode: create
  section main:
    field pin widget=password
    other fields
surface line_edit "Edit a line":
  uses entity Line
  mode: edit
  section main:
    field what
    field price
    field margin
    field state
surface line_list "Lines":
  uses entity Line
  mode: list
  ux:
    show: what, price, margin
    sort: what
    for clerk:
      hide: margin
"""
