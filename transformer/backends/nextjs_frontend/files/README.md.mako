# ${manifest.app.title}: the frontend

A Next.js app made by dazzle. It shows what the API of the app tells, under the API's rules, and is yours to run and to
change.

## Quick Start

Node.js 20.9 or newer, and the API running (`python manage.py runserver` in its folder):

```bash
npm ci
npm run build
npm start
```

Then open http://localhost:3000/. While you work on it, `npm run dev` shows each change at once.

| In the environment | |
| --- | --- |
| `API_URL` | where the API runs, as seen from this server; `http://127.0.0.1:8000` if it isn't said |
| `TIME_ZONE` | the zone in which people read and enter times: that of the API; `UTC` if it isn't said |
| `PORT` | where this server listens; 3000 if it isn't said |

`.env.example` is a file to start from; copied to `.env` it counts.

## Where things are

| | |
| --- | --- |
| `openapi.yaml` | the contract. `npm run generate` makes types of it, `src/api/schema.d.ts`, before each build |
| `src/model.ts` | the app as data: collections, fields, pages, filters. dazzle writes it, and merges your changes into what it writes next |
| `src/model-types.ts` | what can stand there; the compiler says where `model.ts` and the contract disagree |
| `src/app/` | the pages, by their addresses; `globals.css` is the design |
| `src/components/` | what pages are made of |
| `src/lib/kinds.ts` | what each kind of value is in a form; `src/components/value.tsx` shows it |
| `src/lib/actions.ts` | all that changes something: server actions |
| `src/lib/words.ts` | the words of the pages, in four languages |
| `src/proxy.ts` | the Content-Security-Policy, and what browsers get from the API through this origin |

**To add a column** to a list, add `{ field: "…", title: "…" }` to its `columns` in `src/model.ts`; it is shown where the API's rows have
that field. **To add a page**, add a folder with a `page.tsx` to `src/app/`; `readPage` and `readRecord` of `src/lib/records.ts` read from
the API as whoever is signed in. **To change a colour**, change a variable at the top of `src/app/globals.css`.

`npm run typecheck` and `npm run lint` check what you have written.

## How it works

- **Pages are made on the server.** They ask the API with the cookies of whoever asks for the page, so that there is one place for rules.
  What a role may not see isn't in the API's answers and so isn't on a page; the header `Allow` says which buttons there are.
- **Signing in** gives the browser the API's own session cookie, which scripts can't read. No token is stored, and no secret is in a script.
- **Nothing needs scripts** but the search within long lists of choices: lists, filters, forms and buttons are forms and links.
- **Changes of others aren't lost.** A form knows the version that it began with (`ETag`); if that has changed, it shows both.
- **The design** is one file of CSS with variables and no packages. A dozen parts need no build step of their own, the policy
  that forbids inline styles holds, and there is nothing to update. Tailwind or shadcn/ui can be added as to any Next.js app.
- **Scripts** are compressed by Brotli after each build (`scripts/compress.mjs`), since Next.js compresses by gzip alone.

## On a server

Build with `npm ci && npm run build`, and run `npm start` behind a proxy that speaks HTTPS and sets `X-Forwarded-Proto` and
`X-Forwarded-For`; set both yourself there, so that nobody else can. The API need not be reachable from outside. Its `ALLOWED_HOSTS` has to
have the host in `API_URL`, and behind HTTPS it has to heed `X-Forwarded-Proto`.
