import Link from "next/link";

import type { Words } from "@/lib/words";

import { PageHeader } from "./page-header";

/** A page that says why there is no other one. */
export function StatusPage({ title, text, words }: { title: string; text: string; words: Words }) {
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} purpose={text} />
      <p>
        <Link className="button" href="/">
          {words.home}
        </Link>
      </p>
    </>
  );
}
