import type { Metadata } from "next";
import Link from "next/link";

import { DataTable } from "@/components/data-table";
import { ListControls } from "@/components/list-controls";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { orStatusPage, requireCollection, requirePage } from "@/lib/guards";
import { readSpeech } from "@/lib/language";
import { listHidden, readQuery, type SearchParams } from "@/lib/query";
import { readPage } from "@/lib/records";

interface Props {
  params: Promise<{ collection: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: requireCollection((await params).collection).list?.title };
}

/** A list: search, filters, order and page stand in the address. */
export default async function ListRoute({ params, searchParams }: Props) {
  const collection = requireCollection((await params).collection);
  const list = requirePage(collection.list);
  const said = await searchParams;
  const query = readQuery(list, said);
  const [speech, { page, allowed }] = await Promise.all([readSpeech(), orStatusPage(readPage(collection, query))]);
  const { words } = speech;
  const hidden = listHidden(list, page.results);
  const exported = new URLSearchParams(query);
  exported.delete("page");
  return (
    <>
      <Notice done={said.done} words={words} />
      <PageHeader title={list.title} purpose={list.purpose}>
        {collection.create && allowed.has("POST") && (
          <Link className="button primary" href={`${collection.path}/new`} prefetch={false}>
            {collection.create.title}
          </Link>
        )}
        {page.results.length > 0 && (
          <a className="button" href={`${collection.path}/export?${exported}`} download>
            {words.exportCsv}
          </a>
        )}
      </PageHeader>
      <ListControls collection={collection} list={list} query={query} hidden={hidden} speech={speech} />
      {page.results.length > 0 ? (
        <DataTable collection={collection} columns={list.columns} rows={page.results} caption={list.title} speech={speech} query={query} />
      ) : (
        <p className="empty">{query.size > 0 ? words.noMatches : (list.empty ?? words.noRows)}</p>
      )}
      <Pager collection={collection} query={query} page={page} speech={speech} />
    </>
  );
}
