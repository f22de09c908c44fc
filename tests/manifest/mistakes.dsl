app a "A"

entty Foo "Foo":                   # wrong
  x: int

entity Task "Task":
  title: strng(200) required       # wrong
  body: text requird               # wrong
  owner: ref Usr                   # wrong
  kind: enum[a, b]=c               # wrong
  number: int min(x)               # wrong
  done: bool min(3)                # wrong
  price: decimal(2, 5)             # wrong
  dispaly_field: title             # wrong
  unique titel, owner              # wrong
  short: str(0)                    # wrong
  both: str required optional      # wrong
  when date                        # wrong
  cost: money(gbp)                 # wrong
  audit: all

surface task_list "Tasks":
  uses entity Taks                 # wrong
  mode: lst                        # wrong
  section main "M":
    field nope "x" wiget=textarea  # wrong

surface more:
  uses entity Task
  mode: list
  section main:
    field nothing                  # wrong
    field title
  action go "Go":
    on click -> surface nowhere    # wrong

surface third                      # wrong
  mode: list
