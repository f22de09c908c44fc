entity Member:
  auth: identity
  name: str required
  email: email required unique

entity Loan:
  code: str(30)
  fee: decimal(8, 2)

surface loan_create:
  uses entity Loan
  mode: create

service bank:
  spec: url "https://bank.example/openapi.json"

service post:
  spec: inline "POST-1"

foreign_model Payment from bank:
  key: reference
  reference: str(20)
  amount: decimal(8, 2)

foreign_model Parcel from post:
  key: number
  number: str(30)
