app rules "Rules"

entity Member:
  auth: identity
  email: email required unique
  role: enum[clerk, chief, guest]=guest
  town: str
  shop: ref Shop

entity Shop:
  name: str

entity Plain:
  name: str

entity Permitted:
  owner: ref Member
  state: enum[open, closed]=open
  permit:
    list: role(clerk) or role(chief)
    list: owner = current_user
    update: owner = current_user and state = open
    delete: true
    create: state = open
  forbid:
    delete: state = closed
    update: role(guest)

entity Forbidden:
  state: enum[open, closed]=open
  forbid:
    delete: state = closed

entity Short:
  owner: ref Member
  access:
    read: owner = current_user
    write: role(clerk)

entity Scoped:
  owner: ref Member
  state: enum[open, closed]=open
  scope:
    list: owner = current_user
      as: clerk
    list: state = closed
      as: clerk, guest

entity Wide:
  owner: ref Member
  state: enum[open, closed]=open
  permit:
    list: true
    read: true
    create: true
    update: true
    delete: true
  scope:
    list: owner = current_user
    read: state = open
    update: all

entity Updated:
  owner: ref Member
  scope:
    read: owner.town = current_user.town
    update: owner = current_user

entity Owned:
  owner: ref Member
  shop: ref Shop
  tenant: shop

entity Ruled:
  owner: ref Member
  shop: ref Shop
  state: enum[open, closed]=open
  tenant: shop
  permit:
    list: true
    read: true
    create: state = open
    update: role(chief)
