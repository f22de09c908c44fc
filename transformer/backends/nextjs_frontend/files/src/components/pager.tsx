import Link from "next/link";

import type { Page } from "@/lib/api";
import type { Speech } from "@/lib/language";
import { changeQuery } from "@/lib/query";
import { fill } from "@/lib/words";
import type { Collection } from "@/model-types";

interface Props {
  collection: Collection;
  query: URLSearchParams;
  page: Page;
  speech: Speech;
}

export function Pager({ collection, query, page, speech: { language, words } }: Props) {
  const number = Number(query.get("page") ?? "1");
  const count = new Intl.NumberFormat(language).format(page.count);
  return (
    <nav className="pager" aria-label={words.pages}>
      <p>{fill(page.truncated ? words.moreThan : words.rows, { count })}</p>
      {(page.previous ?? page.next) !== null && (
        <p>
          {page.previous !== null && (
            <Link href={changeQuery(collection, query, { page: number > 2 ? String(number - 1) : null })} rel="prev" prefetch={false}>
              {words.previous}
            </Link>
          )}
          <span aria-current="page">{fill(words.pageNumber, { page: number })}</span>
          {page.next !== null && (
            <Link href={changeQuery(collection, query, { page: String(number + 1) })} rel="next" prefetch={false}>
              {words.next}
            </Link>
          )}
        </p>
      )}
    </nav>
  );
}
