app a "A"

entty Foo "Foo":                   # slip
  x: int

entity Task "Task":
  title: strng(200) required       # slip
  body: text requird               # slip
  owner: ref Usr                   # slip
  kind: enum[a, b]=c               # slip
  number: int min(x)               # slip
  done: bool min(3)                # slip
  price: decimal(2, 5)             # slip
  dispaly_field: title             # slip
  unique titel, owner              # slip
  short: str(0)                    # slip
  both: str required optional      # slip
  when date                        # slip
  cost: money(gbp)                 # slip
  audit: all

surface task_list "Tasks":
  uses entity Taks                 # slip
  mode: lst                        # slip
  section main "M":
    field nope "x" wiget=textarea  # slip

surface more:
  uses entity Task
  mode: list
  section main:
    field nothing                  # slip
    field title
  action go "Go":
    on click -> surface nowhere    # slip

surface third                      # slip
  mode: list
