import Link from "next/link";

import { signOut } from "@/lib/actions";
import { readSpeech } from "@/lib/language";
import { readOpenCollections, readSession } from "@/lib/session";

/** What this person may open; on a phone behind a button. Both are there at once, so that it needs no script. */
export async function Navigation() {
  const [{ words }, { user }, open] = await Promise.all([readSpeech(), readSession(), readOpenCollections()]);
  const links = open.map(({ collection }) => (
    <li key={collection.path}>
      <Link href={collection.path} prefetch={false}>
        {collection.plural}
      </Link>
    </li>
  ));
  const account = user ? (
    <li className="account">
      <span>{user.display}</span>
      <form action={signOut}>
        <button className="link">{words.signOut}</button>
      </form>
    </li>
  ) : (
    <li className="account">
      <Link href="/sign-in" prefetch={false}>
        {words.signIn}
      </Link>
    </li>
  );
  return (
    <>
      <nav className="wide" aria-label={words.menu}>
        <ul>
          {links}
          {account}
        </ul>
      </nav>
      <details className="narrow-menu">
        <summary>{words.menu}</summary>
        <nav aria-label={words.menu}>
          <ul>
            {links}
            {account}
          </ul>
        </nav>
      </details>
    </>
  );
}
