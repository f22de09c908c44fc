import Link from "next/link";

import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { readSpeech } from "@/lib/language";
import type { SearchParams } from "@/lib/query";
import { readOpenCollections, readSession } from "@/lib/session";
import { model } from "@/model";

export default async function HomePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ words }, { user }, open] = await Promise.all([readSpeech(), readSession(), readOpenCollections()]);
  return (
    <>
      <Notice done={(await searchParams).done} words={words} />
      <PageHeader title={model.title} purpose={model.description} />
      {!user && open.length === 0 && (
        <p>
          <Link className="button primary" href="/sign-in">
            {words.signIn}
          </Link>
        </p>
      )}
      <ul className="cards">
        {open.map(({ collection, canCreate }) => (
          <li key={collection.path} className="card">
            <h2>
              <Link href={collection.path} prefetch={false}>
                {collection.plural}
              </Link>
            </h2>
            {collection.description && <p>{collection.description}</p>}
            {canCreate && (
              <Link href={`${collection.path}/new`} prefetch={false}>
                {collection.create?.title}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
