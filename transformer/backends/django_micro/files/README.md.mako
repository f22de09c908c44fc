# DAZZLE Micro Stack - ${app.title}

A Django project made by dazzle: one app, a SQLite file, no build step. It is yours to
run, to change and to deploy.

% if pages:
| Page | Address |
| --- | --- |
% for page in pages:
| ${page.title} | `${page.address | n}` |
% endfor

% endif
% if private:
**Who may see what:** every page asks for a sign-in. Members may read and change everything.
% endif
% if read:
**Who may see what:** everybody may read lists and records. To add, change or delete
something, one has to sign in, as a member.
% endif
% if open_access:
**Who may see what:** everybody may read, add, change and delete everything without
signing in. Only the admin, at `/admin/`, and the pages of one's own account ask for one.
% endif
It is the line `access` under `[app]` in `dazzle.toml` that says so.
% if has_policies:

It holds as far as `core/policies.py` lets people. There, each model with rules has those of the
`.dsl` file, line by line: who may do what, and who sees which rows. What no line allows is denied.
Superusers may do everything. A proxy of a model has the policy of that, unless it has its own.
Everybody asks for every address in `core/test_matrix.py`, whose lists say what the `.dsl` file did:
whoever edits a policy, or adds an address to `core/urls.py`, changes these too.
% if has_page_access:

Some pages are for some people only, with all addresses that belong to them: a `PageAccess` in
`core/policies.py` says whom. It gives nobody a right to records, and takes none from other pages.
% if has_public_pages:
Those that are for `everybody` need no sign-in, and show visitors what no policy keeps from them.
% endif
% endif
% if has_page_policies:

A `PagePolicy` there says what a page is like for a role: which rows it has, which values it hides
or shows, whether anything is changed. A view takes one as its `page_policy`.
% endif
% endif
% if gives_roles:

**Who has which role:** http://localhost:8000/account/roles/ says and sets it, for superusers and those
with the permission *Can change permission*. Nobody sets their own, and but for superusers nobody
gives or takes a role that they don't have.
% if has_rights_page:
http://localhost:8000/account/rights/ says what each role may do, and why somebody may do something
with a record or may not: the lines of the policy have their text there from `says`.
% endif
% endif
% if has_transitions:

**What may follow what:** `core/transitions.py` says which state of a record may follow which,
line by line: what the record needs for that, and who may do it. It holds on every page, in files,
in the admin, and in code that saves a record; not for `update()` of many rows. Code that acts for
somebody says so before, with `act_for(user, row)` of `records/transitions.py`; otherwise nobody is
asked for roles, and the rest of a condition counts.
% endif

% if not open_access:
Accounts that members make, in the admin at `/admin/` or on the app's pages, belong to the group
*Members* at once. Those that come about in other ways, such as single sign-on, don't: somebody
adds them to the group, or code does with `add_to_members` of `records/members.py`.
% if signup and has_waiting:
Who makes one for oneself, at `/sign-up/`, may only read until somebody adds it to that group.
% endif
Only members make or change accounts on the app's pages, and none of somebody who may do
more than they, such as use the admin; nor do they change what others sign in by, or get
their mail at. ${"But for roles, rights" if gives_roles else "Rights"} are given in the admin alone; the last account that may give some keeps
its own.
Whoever isn't a member may do what permissions of the admin allow, such as *Can change …*.
`RECORD_ACCESS` in `app/settings.py` says what accounts and members may do. Who isn't signed
in is asked to do so first, wherever a page needs that: for strangers only the line `access` counts.

% endif
## Quick Start

1. Install dependencies (Python 3.11 or newer; Django 5.2 or 6.1), best into a
   virtual environment:
   ```bash
   python -m venv .venv
   . .venv/bin/activate      # Windows: .venv\Scripts\activate
   pip install -r requirements.txt
   ```

2. Run migrations:
   ```bash
   python manage.py migrate
   ```
   The first command also makes `.env`, with a secret key of your own and `DEBUG=True`.

3. Run development server:
   ```bash
   python manage.py runserver
   ```

4. Visit:
   - App: http://localhost:8000/
   - Admin: http://localhost:8000/admin/

   On a fresh database, http://localhost:8000/sign-in/ makes the first account in the browser.
   `python manage.py createsuperuser` does the same in the terminal.
% if has_scenarios:

To look around first, there are rows in `core/scenarios.py`. The page of the first account offers
them, and `python manage.py scenario NAME` makes them and says who can sign in; without a name it
lists what there is. Whoever develops can then sign in as these people by one click: only with
`DEBUG`, at `localhost`, and with nothing in between.
% endif

The app's own tests run with `python manage.py test`. They are the same with `pytest`, once
`pip install pytest-django` has installed it; `pytest.ini` says where it finds them.

## What is where

`core/` is what is special about this app: models, forms, views of a few lines each, and a
template for every page. `records/` is what holds of all records, whoever asks for them: who
sees and changes which, what becomes of them, how they are searched. `pages/` is what all pages
have in common: the views that those of `core/` extend, in `pages/generic/`, and the pieces that
their templates include, in `pages/templates/pages/`; `pages/tests/` says what holds.

The project's `.dsl` files and `dazzle.toml` say what the app is. After an edit of these,
`dazzle build` and `python manage.py migrate` bring it up to date, with all that you changed in
it: a build merges what is new into the files that you edited. Commit all of it, `.dazzle/` too.

`records/` and `pages/` are best left as they are, so that what is put right there arrives. These places are for
what is your own; no build writes to them, and the app takes what it finds there:

| Place | For |
| --- | --- |
| `templates/` | a template under the name of one of the app's, such as `templates/pages/_form.html`, takes its place |
| `app/own_settings.py` | settings, after all others; lists such as `INSTALLED_APPS` come from `.settings` |
| `app/own_urls.py` | `urlpatterns` of your own, before all others |
| `core/signals.py` | receivers of signals |
| `requirements.txt` | what you need besides, below its last line |

Two hooks hold everywhere. A queryset's `visible_to(user)` says which rows of a model somebody
may see: pages, counts, related rows, selects, searches, files, imports and the admin have no
others. Only what a row refers to is named with it, also to somebody who can't open that.
% if has_policies:
The policy of a model decides first. To keep further rows from people, give the model a class of
its own:
% else:
To keep some from people, give the model a class of its own:
% endif

```python
class TaskQuerySet(QuerySet):
    def visible_to(self, user, operation="list"):
        if not user.is_authenticated:
            return self.none()
        return super().visible_to(user, operation).filter(owner=user)


class Task(models.Model):
    objects = TaskQuerySet.as_manager()
```

It belongs into the queryset: pages don't ask a manager. It takes an `operation` and asks
`super()`, because that is where rules in the `.dsl` file say what one may see, now or later.
`manage.py check` finds where one of these is missing. Rows that somebody can't see, or may not
delete, don't go along with others either: what they refer to can't be deleted by that person.

`user.has_perm("core.change_task", task)` says what somebody may do; views, templates and the
admin ask it, and `records/permissions.py` answers. Each list has its `get_queryset()`, which its
files, and all that is changed from it, heed as well. What is changed from a list has addresses
of its own, in `core/urls.py`: a value of a row, many rows, deleting many, adding one. They begin
like the list's `url_name`. A second list of a model that keeps the `url_name` of the first has
those of the first, to which a change then leads back; one with a name of its own offers what it
has such addresses for. Lists may have arguments in their address, which their changes have, too.

A view that needs a permission more names it in `permission_required`. What keeps somebody from
a list, that or a `test_func()`, `has_permission()` or `dispatch()`, keeps from its changes as well.
What keeps somebody from an edit or delete page is that page's own: lists ask it of their changes
where these say so, as in `generic.BulkDeleteView.as_view(list_view=…, permission_required="…")`.
% if has_policies:
What holds for a record, whatever the page, is a line of its policy.
% endif

In the admin, pages extend `RecordAdmin` of `pages/admin.py`, and records on the page of another
one are `class NoteInline(RecordInline, admin.TabularInline)`; `manage.py check` finds those that
aren't. An action of your own gets all rows that were ticked, and asks itself about each:
% if has_policies:
`queryset.visible_to(request.user, "update")` has those that somebody may change.
% else:
`request.user.has_perm("core.change_task", row)`.
% endif

Views of other packages say for themselves who may use them. Those of Django REST framework let
strangers read and write until the settings have:

```python
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticated",
        "rest_framework.permissions.DjangoObjectPermissions",
    ]
}
```

The second is `DjangoModelPermissions` that asks about each row, too; neither asks whether
somebody may read. That is for a view's `get_queryset()` to say, with
`Task.objects.visible_to(self.request.user)`.

A form writes what was changed and nothing else, so two people's changes of different fields of
a row both hold. Who changes a field that somebody else has changed meanwhile is shown that.

% if has_audit:
What becomes of rows with `audited_operations` is kept by `save()` and `delete()`, and shown on
their pages. Whatever goes past these, such as `update()` of many rows, leaves no entry.

% endif
% if has_versions:
Rows with a `version_field` count their changes in it. `save()` refuses a row that was read before
somebody else changed it, unless it is given `update_fields`.

% endif
% if has_timed:
Rows change their state by the lines of `timed()` in `core/transitions.py` once they have had it
long enough. `python manage.py advance` does that, and each page does it for the few that came
due last. Let a scheduler call the command every ten minutes or so: Heroku Scheduler, a cron
service of Railway, a scheduled task of PythonAnywhere, or cron:

    */10 * * * * cd /srv/app && venv/bin/python manage.py advance

The exit status is 1 if a rule or the database refused a change. Vercel has no place for it;
there, pages do it.

% endif
% if has_soft_deletion:
Rows of models with `deletion_fields` are put away instead of being deleted: `objects` doesn't
have them, `all_objects` does. `python manage.py purge --older-than 90` deletes those for good
that were put away longer than 90 days ago; a scheduler may call it each night. A copy by
`dumpdata` has them with `--all`.

% endif
## Lists

All that a list shows is in its address: `?q=` searches, a field's name filters, `sort`, `size`
and `page` say the rest. `search_fields` of a model are searched, and an index of SQLite's
helps: groups of three letters (`records/trigrams.py`), kept by triggers and made anew by `migrate`
where it is missing. Other databases search without. A list is sorted and filtered by fields
that have an index for it, each in `indexes` of its model.
% if has_full_text:

A model with a `FullTextIndex` is searched for words: whatever begins as typed, and other forms of
it; `"a phrase"` stands there just so. It is an index in PostgreSQL. In SQLite it is nothing, and
`migrate` keeps tables of words beside that of the model (`records/full_text_tables.py`), which know
the forms of English words alone. Who changes `search_fields` changes `fields` of the index as
well, and makes a migration.
% endif
% if filter_sets:

What lists are filtered by stands in `core/filters.py`, in sets of
[django-filter](https://django-filter.readthedocs.io/): `"title": ["icontains"]` is a text within
another, `["exact"]` one value, `["range"]` from one to another, for numbers and for days, and
`["isnull"]` what has no value. A view that offers fewer names them in `filter_fields`. A column
may be a property of the model; it has no order.
% endif

A view has the attributes of Django's `ListView`. Its `get_queryset()` returns a queryset that can
still be filtered: no list, no slice and no union. An order of these rows, or an `ordering`, comes
before `sort_by`.

A list has 10,000 rows at most to leaf through, and large ones are counted only as far: the way
to the others is to search or to filter. So a list that is sorted and filtered by its indexes
doesn't get slower as a table grows. A search without the index of SQLite's does.
% if has_computed:

What is computed counts all rows, also those that `visible_to` keeps from whoever looks; a sum
below the rows that refer to one stands there for those who may see all of these. Pages compute
what they show: the `computed` of a view names what its `get_queryset()` has of it.

No index helps with what is computed: to sort by it, the database computes it for every row. A sum
over five rows each of 100,000 others takes a quarter of a second. If that is too long, give the
entity a field for the value, and keep that up to date in `core/signals.py`.
% endif

## Look and keys

All colours are variables at the top of `static/css/style.css`; those of the brand stand in
`static/css/brand.css`, chosen so that texts can be read on them, light and dark. Both, and
the logo, come from `brand` and `logo` under `[app]` in `dazzle.toml`. Badges are coloured by
what their values mean: *done* is green, *overdue* red, *cancelled* pale; `pages/badge_colors.py` has
the words. `/` searches, `n` adds, `?` lists the keys of a page. Pages may load nothing but
files of this app, and run no scripts and styles inside them: `SECURE_CSP` in `app/settings.py`
says so. Nor may they ask for a camera, a microphone or where someone is (`pages/security.py`).

## Data in and out

Under every list stands **Export**: the rows that the list shows, on all its pages, in its columns.
*CSV* is for programs, the same in every language; *CSV for Excel* has dates and numbers as the
app's language writes them. Rows are sent while they are read, so a list may be as long as it
likes. Texts that a spreadsheet would run as a formula get an apostrophe, and personal data that
a list hides stays out.
% if with_pdf:

Lists, up to 1,000 rows, and records come as PDFs too. fpdf2 draws them, because it needs nothing
but Python; the fonts in `pages/fonts` hold Latin, Greek and Cyrillic letters.
% endif
% if with_import:

**Import** takes rows from a CSV file of up to 2,000 rows, as spreadsheets and **Export** write
it. It shows what would be added and changed, or what is wrong, row by row, without writing
anything or sending signals. Whoever confirms that saves all of it or nothing, once, and only
the columns of the file. A row with the key, or another unique value, of one that is there
changes that one.
% endif

% if with_api:
## API

Programs read and write the same records at `/api/`, as far as whoever they act for may: policies,
hidden values, transitions and all checks of models hold there as they do on pages. `core/api.py`
declares what is told of each kind of record, and what may be sent; `api/` does the rest by Django REST
framework. The contract, in OpenAPI, is at `/api/openapi.yaml`.

Whoever is signed in makes a token under **Your profile**, *Tokens for programs*: for reading only, for some
kinds of records, for a month, a year or until it is revoked. It is shown once; only its hash is kept.

```bash
export TOKEN=api_…
curl -H "Authorization: Bearer $TOKEN" http://localhost:8000/api/
% for each in api_examples:
curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" ${"\\" | n}
  -d '${each.body | n}' http://localhost:8000/api/${each.address | n}
% endfor
```

A token for reading only, as the form offers it first, does no more than the first of these. Lists
have pages (`page`, `page_size`), and take `search`, `sort=-name` and `filter[name]=…` (`curl -g`). What goes wrong is
told as RFC 9457 has it, with a code for each field. `ETag` and `If-Match` keep two programs from
overwriting each other, and a `POST` with an `Idempotency-Key` is done once, however often it is sent.
`API_RATE` and `API_VISITOR_RATE` say how many requests somebody may make, such as `600/min`; each process
counts for itself unless `CACHES` is one that all share. With `DEBUG`, the API can be looked at in a browser.

% endif
% if forms:
## Forms

As in Django, a view's `form_valid()` is for a form that was sent and is right, once however often
it was sent; checks while somebody types go to `show_check()`. What shall hold for every way in, for
quick add, lists and imports too, belongs into a form's or a model's `clean()` and `save()`, or into
`core/signals.py`: a `form_valid()` is for its own page. `clean_<field>()` of a field that nobody
changed is called once more, with the row's own value.

A form's fields are declared in `core/forms.py`. One of your own extends `pages.forms.ModelForm`:
it also tells of what a model's `clean` finds wrong with a field that isn't in the form, for which
Django's own has no place. How a form looks is in `pages/templates/pages/`:
`_form.html`, `_field.html` and the few that they include. Its address may fill it in and
say where to go afterwards: `?name=value&next=/somewhere/`. A reference to more than 100
rows is a search; `Reference` in `core/forms.py` says where it looks, and a key always finds
its row. What is sent after a session has ended stands in the form again after signing in, and
is saved only when it is sent once more; the sign-in page carries it along, without passwords
and files. Everything works without JavaScript, too: what scripts add is in
`static/js/forms.js` and `type-ahead.js`.

% endif
## Accounts

| Page | Address |
| --- | --- |
| Sign in | `/sign-in/` |
% if signup:
| Sign up | `/sign-up/` |
% endif
| Your profile | `/account/` |
| Change your password | `/account/password/` |
| Forgot your password? | `/account/forgotten/` |

% if signup:
Whoever finds `/sign-up/` can make an account; `signup = false` under `[app]` in
`dazzle.toml` takes that away. Such an account has no access to the admin\
% if has_waiting:
, and may only read
until somebody adds it to the group *Members* there\
% endif
.

% endif
A forgotten password is set anew by a link, sent to the mail address of the account. In
development mail is shown in the terminal; elsewhere `EMAIL_URL` says which server sends it,
and without one there are no such links. The links lead to the host that was asked, so
`ALLOWED_HOSTS` should name the app's own hosts and never be `*`.

After five wrong passwords for one name from one address, that address has to wait for 15
minutes, in the admin as well; after fifty, whatever the names, likewise. django-axes counts them in the database, because what gunicorn's
processes remember they don't share. Who has to wait stands in the admin under "Axes";
`python manage.py axes_reset` forgives all. Requests for new passwords are limited alike.
% if has_public_forms:
Visitors who send `PUBLIC_FORM_LIMIT` public forms from one address in these 15 minutes have to
wait as well; their forms stand there as "public form", without what was sent.
% endif
% if signup:
So is what sign-up tells: names are unique, so it can't hide that one is taken, but after five
of these it asks to wait.
% endif

To know addresses apart behind a proxy of your own (`BEHIND_PROXY=True`), let it set
`X-Forwarded-For`.

## Language

The app’s own words are there in English, German, French and Spanish, in `pages/locale`; the
setting `LANGUAGE_CODE` chooses among them. Titles of records and fields are as they were
written. After a change of a `.po` file, run `python manage.py compilemessages`, which
needs GNU gettext.

## Deploy to Heroku

Heroku deletes files at every restart, about once a day, and the SQLite file with them: it
needs PostgreSQL, and the app doesn't start there without it. There is no free tier; the
smallest dyno is about $5 a month, the smallest database about $5 more.

1. Install the Heroku CLI and log in: `heroku login`
2. Put the project under version control:
   ```bash
   git init -b main
   git add .
   git commit -m "Initial commit"
   ```
3. Create the app with its database. `heroku create` prints the app's address; its host name
   goes into `ALLOWED_HOSTS`:
   ```bash
   heroku create
   heroku addons:create heroku-postgresql:essential-0 --wait
   heroku config:set ALLOWED_HOSTS=my-app-1234567890ab.herokuapp.com
   heroku config:set SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')"
   ```
4. Deploy; tables are made and changed on the way:
   ```bash
   git push heroku main
   ```
5. Make the first account: `heroku run python manage.py createsuperuser`

## Deploy to Vercel

Vercel keeps no files: it needs a PostgreSQL database somewhere else, such as one from its
marketplace. The Hobby plan is free, for non-commercial use only.

1. Install the Vercel CLI and log in: `npm i -g vercel && vercel login`
2. Link the folder to a project and set its variables before the first build:
   ```bash
   vercel link
   vercel env add SECRET_KEY production      # a long random text
   vercel env add DATABASE_URL production    # postgres://name:password@host/database
   ```
3. Make the tables and the first account from your own machine:
   ```bash
   export DATABASE_URL=postgres://name:password@host/database
   python manage.py migrate
   python manage.py createsuperuser
   ```
   Run `migrate` again before every deployment that changes the models.
4. Deploy: `vercel --prod`

## Deploy to Railway

SQLite lives on a volume here: one per service, with a short pause at every deployment. The
trial gives $5 for 30 days; after that, the Hobby plan is $5 a month.

1. Install the Railway CLI and log in: `railway login`
2. Create the project, a service and its volume:
   ```bash
   railway init
   railway add --service app
   railway service app
   railway volume add --mount-path /data
   railway variables --set SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')"
   ```
3. Give it an address, then deploy; tables are made at every start:
   ```bash
   railway domain
   railway up
   ```
4. Make the first account: `railway ssh`, then `python manage.py createsuperuser`

In the service's settings, `/healthz` is the path for health checks.

## Deploy to PythonAnywhere

Files persist, so SQLite works, for light use. A free account has one web app and 512 MB, and
has to be renewed now and then.

1. Upload the project, or clone it from your repository, to `~/app`.
2. In a Bash console:
   ```bash
   cd ~/app
   python${versions.python | n} -m venv .venv
   . .venv/bin/activate
   pip install -r requirements.txt
   echo "SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" >> .env
   echo "DEBUG=False" >> .env
   echo "ALLOWED_HOSTS=yourname.pythonanywhere.com" >> .env
   python manage.py migrate
   python manage.py collectstatic --noinput
   python manage.py createsuperuser
   ```
3. On the Web tab, add a web app with "Manual configuration" and Python ${versions.python | n}. Set the
   virtualenv to `/home/yourname/app/.venv`, and switch "Force HTTPS" on.
4. Replace the contents of the WSGI file that the Web tab links to:
   ```python
   import sys

   sys.path.insert(0, "/home/yourname/app")

   from app.wsgi import application
   ```
5. Map the address `/static/` to `/home/yourname/app/staticfiles` and reload the web app.

After a change, run `migrate` and `collectstatic` again and reload.

## Configuration

Settings come from the environment or, where that says nothing, from a file `.env` beside
`manage.py`; `.env.example` shows them all.

```
SECRET_KEY=your-secret-key-here
DEBUG=False
ALLOWED_HOSTS=yourdomain.com
```

| Variable | Meaning | When not set |
| --- | --- | --- |
| `SECRET_KEY` | keeps sessions and forms safe | the app refuses to start; on your own machine, `manage.py` makes one and keeps it in `.env` |
| `DEBUG` | `True` shows details of errors, for your eyes only; a server refuses it from `.env` | `False`; the `.env` that `manage.py` makes on your own machine says `True` |
| `ALLOWED_HOSTS` | names under which the app is reached, with commas between them | what the platform says, and `localhost` when `DEBUG` is `True` |
| `HTTPS` | `False` for plain HTTP in a network of your own | `True` when `DEBUG` is `False` |
| `BEHIND_PROXY` | `True` behind your own proxy, if it handles HTTPS and sets `X-Forwarded-Proto` and `X-Forwarded-For` | `False`; platforms are recognised |
| `CSRF_TRUSTED_ORIGINS` | further origins that may send forms | the hosts above, over HTTPS |
| `EMAIL_URL` | the server that sends mail, such as `smtp+tls://name:password@mail.example.com:587`; `smtps://` for TLS from the start, `smtp://` for none | in development mail is shown in the terminal; elsewhere none is sent |
| `DEFAULT_FROM_EMAIL` | who mail comes from | `webmaster@localhost` |
| `DATABASE_URL` | a PostgreSQL database | SQLite in `db.sqlite3`; Heroku and Vercel, which keep no files, refuse to start |
| `DATABASE_POOLED` | `True` behind a connection pooler, where cursors can't stay with the server | `True` on Vercel, and where `DATABASE_URL` looks like a pooler's |
| `DATA_DIR` | the folder for the SQLite file and uploaded files | a Railway volume, or this folder |
| `UPLOAD_LIMIT_MB` | how many megabytes an uploaded file may have | 20 |
| `LANGUAGE_CODE` | `en`, `de`, `fr` or `es`: the language of the app’s own words, of dates and numbers | `${app.language}` |
| `TIME_ZONE` | for example `Europe/London` | `UTC` |
| `WEB_CONCURRENCY` | how many processes gunicorn starts | 2 |

A project whose `.env` is older than this has no `DEBUG` in it, and `manage.py` says so: add
`DEBUG=True` on your own machine, `DEBUG=False` on a server.

On a server of your own, `gunicorn app.wsgi` brings the tables up to date and collects static
files at each start. Any other WSGI server is production as well, with `app/wsgi.py` or a file
of your own: `DEBUG` is off, and without `SECRET_KEY` nothing starts.

gunicorn's threads get only requests that have come in whole (`app/worker.py`), so slow or
half-sent ones stop nobody; uploads are read as they come. A server that many can reach is
safer still behind nginx or Caddy.

SQLite before 3.51.3 (but for 3.50.7 and 3.44.6) has a rare bug that can damage a file to which
several connections write. There gunicorn starts one process with more threads, and says so,
which makes it rarer still; only a newer SQLite rules it out. `sqlite3.sqlite_version` in Python
tells yours. A file on a network disk gets no write-ahead log.
% if has_files:

Uploaded files lie in `media/`, and go with their rows. Heroku and Vercel lose them; keep them on a volume.
% endif
