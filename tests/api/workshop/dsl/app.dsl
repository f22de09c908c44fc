# What the pages of a record and of its form say differently, and what a form sets itself.

module workshop.core

app workshop "Workshop":
  description: "Orders of a workshop."

entity User "Person":
  email: email required unique
  name: str(80) required
  role: enum[worker "Worker", clerk "Clerk", chief "Chief"]=worker
  place: ref Place

entity Place "Place":
  name: str(40) required

entity Bench "Bench":
  name: str(40) required
  place: ref Place required
  tenant: place
  state: enum[used "Used", free "Free"]=used
  transitions state:
    used -> free: auto after 8h

entity Order "Order":
  title: str(80) required
  note: str(200)
  price: int=1
  cost: int=1 sensitive
  state: enum[open "Open", done "Done"]=open
  revision: int=1
  updated_by: ref User auto_update
  tags: many_to_many Tag
  versions: revision
  history: true
  transitions state:
    open -> done
    done -> open
  permit:
    list: true
    read: true
    create: true
    update: true
    delete: true
  audit: all

entity Tag "Tag":
  name: str(40) required
  is_secret: bool=false
  permit:
    list: not is_secret
    read: true

entity Box "Box":
  name: str(40) required
  lock: embeds Lock required

entity Lock "Lock":
  code: str(12) required

persona worker "Worker":
  description: "Does it."

persona clerk "Clerk":
  description: "Counts it."

persona chief "Chief":
  description: "Pays for it."

surface order_list "Orders":
  uses entity Order
  mode: list

surface order_create "New order":
  uses entity Order
  mode: create

surface order_detail "Order":
  uses entity Order
  mode: view
  ux:
    for worker:
      hide: note
    for clerk:
      read_only: true

surface order_edit "Change the order":
  uses entity Order
  mode: edit
  section main "Order":
    field title "Title"
    field note "Note"
    field price "Price"
    field state "State"
    field tags "Tags"

surface bench_list "Benches":
  uses entity Bench
  mode: list

surface bench_create "New bench":
  uses entity Bench
  mode: create
  section main "Bench":
    field name "Name"
    field place "Place"

surface box_list "Boxes":
  uses entity Box
  mode: list

surface box_create "New box":
  uses entity Box
  mode: create
  section main "Box":
    field name "Name"
    field lock "Lock"

entity Question "Question":
  text: str(200) required
  permit:
    create: true

surface question_create "Ask us":
  uses entity Question
  mode: create
  access: public
