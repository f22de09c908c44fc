# What your app is. `dazzle dev` serves the app and shows each edit of this file.

app $name "$title"

# An entity is a kind of record that the app keeps: a table, in a database's words.
# A line is a field: its name, its type, and what else is known about it.
entity Note "Note":
  title: str(200) required
  body: text
  status: enum[draft "Draft", done "Done"]=draft
  due: date
  created_at: datetime auto_add

# A surface is a page: a list, a record's own page, or a form.
surface note_list "Notes":
  uses entity Note
  mode: list
  section main:
    field title "Title"
    field status "Status"
    field due "Due"

surface note_view "Note":
  uses entity Note
  mode: view

surface note_create "Add a note":
  uses entity Note
  mode: create
  section main:
    field title "Title" placeholder="What is it about?"
    field body "Text"
    field status "Status"
    field due "Due"

surface note_edit "Edit the note":
  uses entity Note
  mode: edit
