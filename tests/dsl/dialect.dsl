module dialect.core
use other.module as alias

app dialect "Dialect":
  description: "Every kind of line, as it shall be laid out."

@use crud_surface_set(entity_name=Note, title_field=text)
@use searchable_entity(search_fields=[title, notes], filter_fields=[], full_text=false)

enum Severity "Severity":
  low "Low"
  "very high" "Very high"

archetype Timestamped:
  created_at: datetime auto_add

entity Ticket "Ticket":
  """
  A ticket is a question.

    - with an indented line
  """
  extends: Timestamped
  was: Question
  display_field: title
  id: uuid pk
  title: str(200) required regex("^[a-z ]+$") max(200)
  status: enum[todo "To do", done "Done"]=todo
  invariant: bool=false
  filter: str(20)="a" was=scope
  level: int=-1 min(-5) max(5)
  rate: decimal(5, 2) required =0.5
  email: email unique? default="a@b.example"
  phone: str pii(category=contact)
  due: date=today + 7d
  since: datetime required =now - 2h
  owner: ref User nullify
  notes: has_many Note cascade
  days_open: computed days_since(created_at)
  share: computed round(count(Note where hidden = false) * 100 / count(Note), -1)
  unique title, owner
  index: owner, created_at desc
  transitions:
    open -> in_progress: requires assigned_to
    done -> open: role(manager)
    * -> cancelled
  invariant: status != done or (level >= -1 and not (title = "x")) and owner.age < 7
    message: "Say how it was resolved"
  permit:
    list: role(agent) or role(manager)
  scope:
    list: assigned_to = current_user and status in [todo, done]
      as: agent
  access:
    read: owner = current_user or is_public = true
  audit: [create, update]
  @audit_fields()

surface task_list "Tasks":
  uses entity Task
  mode: list
  section main "Tasks":
    field when "When" help="Tick = done" readonly=true widget=textarea
  action archive "Archive":
    on click -> surface task_list
  ux:
    sort: priority desc, due_date
    attention critical:
      when: due_date < today - 3d and status != done
      message: "Overdue"
    for member:
      scope: assigned_to = current_user.id

experience checkout "Checkout":
  start at step cart
  step cart:
    surface: cart_edit
    success -> pay

service hmrc_vat "HMRC VAT API":
  spec: url "https://api.example/openapi.json"
  auth_profile: oauth2_legacy scopes="read:vat"

foreign_model VatRegistration from hmrc_vat "VAT Registration":
  constraint batch_import frequency=daily
  field vrn: str(12)="x"
  name: str(12) required

integration check_vat "Check VAT":
  action lookup:
    when surface vat_check submitted
    call hmrc_vat.get_registration with:
      vrn <- form.vrn
    map response VatRegistration -> entity Client:
      tax_vrn <- foreign.vrn
  sync import_transactions:
    mode: scheduled "0 2 * * *"
    from bank_feed.list_transactions as BankTransaction
    match on:
      transaction_id <-> bank_id

test task_title_required:
  setup:
    t: create Task with title="A", priority="low"
  order_by: "-priority"
  expect:
    Task count equals 1

workspace team "Team Dashboard":
  urgent:
    source: Task
    filter: priority = high or status == blocked
    limit: 5
  numbers:
    aggregate:
      done: round(count(Task where status = done) * 100 / count(Task))

persona manager "Team Manager":
  goals: "…", "…"

scenario busy "A busy week":
  demo:
    Task:
      - title: "Fix login", status: done
