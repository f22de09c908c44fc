# A mistake on each line that names a code: where the caret is, counted from 1, and its code.
module office.core

app office "Office"

entity Tenant "Tenant":
  name: str(80) required

entity User "User":
  email: email required unique
  name: str(80)
  role: enum[clerk, boss]=clerk

entity Request "Request":
  title: str(80) required
  state: enum[open, doing, done]=open
  cost: decimal(8,2)
  due: date
  owner: ref User
  tenant: ref Tenant
  @use audit_feilds()                     # 8 unknown-pattern
  @use versioned_entity(versoin_field=v)  # 25 unknown-argument
  weight: computed days_sinc(due)         # 20 unknown-function
  transitions:
    open -> doing: requires owner
    doing > done                          # 11 unexpected
  invariant: title > 3                    # 14 mixed-types
    message: "Say more"
  permit:
    create: role(bos)                     # 18 unknown-role
    remove: role(boss)                    # 5 unexpected
  scope:
    list: ownr = current_user             # 11 unknown-field
      as: clerk

surface request_list "Requests":
  uses entity Request
  mode: list
  ux:
    sort: due desc cost                   # 20 unexpected
    attention critical:
      when: state = finished              # 21 unknown-choice
      message: "Late"
    for clerk:
      hide: costs                         # 13 unknown-field
      read_only: yes                      # 18 unexpected

experience intake "Intake":
  start at step ask
  step ask:
    kind: surface
    surface request_list
    on success -> step anser              # 24 unknown-step
  step answer:
    kind: proces                          # 11 unexpected
    on success -> step ask

service bank "Bank":
  spec: url "https://bank.example/openapi.json"
  auth_profile: api_key_heder             # 17 unexpected

foreign_model Payment from bnak "Payment":  # 28 unknown-service
  key: number
  number: str(20)

integration pay "Pay":
  uses service bank
  uses foreign_model Payment
  sync nightly:
    mode: scheduled
    schedule: "every night"               # 15 bad-schedule
    from bank.list_payments as Payment
    into entity Request
    match on:
      number <-> title

workspace desk "Desk":
  late:
    source: Request
    filter: due < today and               # 28 unfinished
    limit: 5

persona clerk "Clerk":
  default_workspace: desk

test title_is_needed:
  action: create Request
  data:
    titel: "A"                            # 5 unknown-field
  expect:
    status: error
    error_message contians "title"        # 19 unexpected
