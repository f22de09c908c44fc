"""What people get at each page of a club, whose pages are for some people or for everybody.

`python -m tests.micro.open_pages` in the app's folder prints it as a JSON object.
"""

import json
from typing import Any

from tests.micro.walk import prepare_django

NAMES = ("chief", "clerk", "guest", "owner", "nobody")
WORDS = ("kim@", "Draft", "Fair")
"""What stands in the rows: the host's name, a draft and an event that isn't one."""


def main() -> None:
    """Print what everybody gets."""
    prepare_django()
    rows = make_rows()
    people = {name: sign_in(name) for name in NAMES}
    found = {name: describe(client, rows) for name, client in people.items()}
    found["asked"] = ask_all(people, rows)
    place = f"/events/{rows['fair'].pk}/"
    found["history"] = {name: look_back(people[name], place) for name in ("nobody", "guest")}
    found["searched"] = {name: search(people[name]) for name in ("nobody", "guest")}
    print(json.dumps(found))


def make_rows() -> dict[str, Any]:
    from core.models import Bonus, Event, Member, Pay

    kim = Member.objects.create_superuser("kim@example.com", role="chief")
    fair = Event.objects.create(title="Fair", host=kim, code="quince")
    draft = Event.objects.create(title="Draft", is_draft=True)
    pay = Pay.objects.create(amount=7, earner=kim)
    return {"fair": fair, "draft": draft, "pay": pay, "bonus": Bonus.objects.create(pay=pay)}


def sign_in(name: str) -> Any:
    """The browser of somebody with a role, of a superuser, or of nobody."""
    from core.models import Member
    from django.contrib.auth.models import Group
    from django.test import Client

    client = Client(HTTP_HOST="localhost", raise_request_exception=False)
    if name == "nobody":
        return client
    role = "guest" if name == "owner" else name
    member = Member.objects.create(
        email=f"{name}@example.com", role=role, is_superuser=name == "owner"
    )
    member.groups.add(Group.objects.get(name="Members"))
    client.force_login(member)
    return client


def list_addresses(rows: dict[str, Any]) -> list[str]:
    fair, draft, pay, bonus = (rows[each].pk for each in ("fair", "draft", "pay", "bonus"))
    return [
        *("/events/", "/events/new/", f"/events/{fair}/", f"/events/{draft}/", "/events/import/"),
        *(f"/events/{fair}/edit/", f"/events/{fair}/delete/", f"/events/{fair}/set/title/"),
        *("/events/?export=csv", "/questions/", "/questions/new/", "/pays/", "/pays/new/"),
        *(f"/pays/{pay}/", f"/pays/{pay}/edit/", f"/pays/{pay}/delete/"),
        *("/pays/add/", "/pays/delete/"),
        *("/bonuses/", f"/bonuses/{bonus}/", "/page/about/", "/page/terms/", "/", "/bonuses/new/"),
    ]


def describe(client: Any, rows: dict[str, Any]) -> dict[str, Any]:
    """The status of each page, and the links that lead from it to what isn't open."""
    found, dead = {}, []
    for address in list_addresses(rows):
        answer = client.get(address)
        found[name_address(address, rows)] = answer.status_code
        if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
            for link in list_links(answer.content.decode(), address):
                if client.get(link).status_code in (403, 404) or leads_to_sign_in(client, link):
                    dead.append(f"{name_address(address, rows)}: {name_address(link, rows)}")
    text = client.get("/events/?panel=filters").content.decode()
    return {"statuses": found, "dead": sorted(set(dead)), "told": [w in text for w in WORDS]}


def look_back(client: Any, place: str) -> list[Any]:
    """Whether a page shows what became of its row, and what the file of that answers."""
    text = client.get(place).content.decode()
    return ['id="changes"' in text, client.get(f"{place}?export=changes").status_code]


def search(client: Any) -> list[bool]:
    """Whether a list, its filters and a form find a row by what no list shows of it."""
    found = client.get("/events/list/event-news/", {"q": "quince"})
    narrowed = client.get("/events/list/event-news/", {"kind": "b"})
    asked = {"form-search": "about", "text": "quince"}
    offered = client.get("/questions/new/", asked).json()["matches"]
    titles = [[each.title for each in x.context["object_list"]] for x in (found, narrowed)]
    return ["Fair" in titles[0], "Fair" not in titles[1], bool(offered)]


def leads_to_sign_in(client: Any, link: str) -> bool:
    return "/sign-in/" in client.get(link).headers.get("Location", "")


def list_links(text: str, address: str) -> set[str]:
    import re

    links = set(re.findall(r'href="(/[^"#]*)', text)) - {address, "/"}
    return {x for x in links if not re.match(r"/(static|media|sign-in|sign-up|account|admin)/", x)}


def name_address(address: str, rows: dict[str, Any]) -> str:
    for name, row in rows.items():
        address = address.replace(str(row.pk), name)
    return address


def ask_all(people: dict[str, Any], rows: dict[str, Any]) -> dict[str, Any]:
    """What comes of a question that is sent from the public form."""
    from core.models import Question
    from django.contrib.messages import get_messages

    found = {}
    fair, draft = rows["fair"].pk, rows["draft"].pk
    for name in ("nobody", "guest"):
        answers = [
            people[name].post("/questions/new/", {"text": text, "about": about, **more})
            for text, about, more in (
                ("When?", fair, {}),
                ("spam", fair, {}),
                ("Whose?", draft, {}),
                ("Who?", "", {"asked_by": people_key(rows)}),
            )
        ]
        told = [str(each) for each in get_messages(answers[0].wsgi_request)]
        made = list(Question.objects.values_list("text", flat=True))
        Question.objects.all().delete()
        found[name] = [[each.status_code for each in answers], made, told]
        found[f"{name} to"] = answers[0].headers.get("Location")
    return found


def people_key(rows: dict[str, Any]) -> str:
    return str(rows["fair"].host_id)


if __name__ == "__main__":
    main()
