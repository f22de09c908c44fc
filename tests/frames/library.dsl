app tool_library "Tool library"

entity Tool "Tool":
  name: str(100) required
  state: enum[free, lent, broken]=free
  rate: decimal(6, 2)=0
  bought: date
  keeper: ref Member
  notes: text

entity Member "Member":
  auth: identity
  name: str(100) required
  email: email required unique
  role: enum[borrower, warden, chair]=borrower
  joined: date

entity Loan "Loan":
  tool: ref Tool required
  member: ref Member required
  due: date required
  returned: datetime
  fee: decimal(6, 2)

surface tool_list "Tools":
  uses entity Tool
  mode: list

surface tool_view "Tool":
  uses entity Tool
  mode: view

surface tool_create "New tool":
  uses entity Tool
  mode: create

surface tool_edit "Change a tool":
  uses entity Tool
  mode: edit

surface loan_list "Loans":
  uses entity Loan
  mode: list

surface loan_create "Lend a tool":
  uses entity Loan
  mode: create

surface member_list "Members":
  uses entity Member
  mode: list
