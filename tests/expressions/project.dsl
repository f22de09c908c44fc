app expressions "Expressions"

# What expressions can be about: each entity has a field of every type, and so has each of the
# records that it refers to, at any distance.

archetype Values:
  whole: int
  pieces: int required
  ratio: float
  share: decimal(6, 4)
  price: decimal(6, 2)
  fee: money
  label: str(60)
  code: str(20) required
  remark: text
  mail: email
  done: bool
  due: date
  start: date required
  at: time
  seen: datetime
  made: datetime required
  token: uuid
  tags: json
  state: enum[low, mid, high]
  rank: enum[high, mid, low] required
  kind: enum[mid, "very odd", other]
  owner: ref Member
  total: computed price * (pieces + 1)
  tenth: computed total / 10
  greeting: computed label + ", " + code
  late: computed due < today
  later: computed late and not done
  reminder: computed due - 2d
  delay: computed seen - made
  level: computed state
  keeper: computed owner
  shut: computed owner.done

entity Member:
  auth: identity
  extends: Values
  email: email required unique
  role: enum[borrower, warden, chair]=borrower
  mentor: ref Member

entity Region:
  extends: Values
  place: slug pk

entity Customer:
  extends: Values
  region: ref Region
  orders: has_many Order

entity Order:
  extends: Values
  number: int pk
  customer: ref Customer
  rival: ref Customer
  lines: has_many Line

entity Line:
  extends: Values
  order: ref Order
  basis: ref Order required
