module visits

app visits "Visits"

# Who sees which visit follows from two references, `client.team`, and from the role, of twenty. The
# same project without these lines has the list to compare with.

entity Region:
  name: str(40) required

entity Team:
  name: str(40) required
  region: ref Region required

entity Person:
  auth: identity
  email: email required unique
  role: enum[ROLES]=role1
  team: ref Team

entity Client:
  name: str(80) required
  team: ref Team required
  archived: bool

entity Visit:
  title: str(80) required
  client: ref Client required
  state: enum[planned, made, billed]=planned
  day: date required
  hours: decimal(5, 2) required
  rate: decimal(6, 2) required
  fee: computed round(hours * rate, 2)
  expenses: computed sum(items.price)
  RULES

entity Item:
  visit: ref Visit required cascade
  price: decimal(8, 2) required

surface visit_list "Visits":
  uses entity Visit
  mode: list
  section main:
    field title
    field client
    field state
    field day
    field hours
    field fee
    field expenses
