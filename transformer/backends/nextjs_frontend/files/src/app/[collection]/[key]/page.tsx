import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";

import { ActionButton } from "@/components/action-button";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { RelatedRows } from "@/components/related-rows";
import { Value } from "@/components/value";
import { moveRecord } from "@/lib/actions";
import { pathOf } from "@/lib/collections";
import { getField } from "@/lib/fields";
import { orStatusPage, requireCollection, requirePage } from "@/lib/guards";
import { readSpeech } from "@/lib/language";
import { nameRow } from "@/lib/names";
import type { SearchParams } from "@/lib/query";
import { readRecord, readTransitions } from "@/lib/records";

interface Props {
  params: Promise<{ collection: string; key: string }>;
  searchParams: Promise<SearchParams>;
}

/** For the heading and the title alike, so that the API is asked once. */
const read = cache(async (segment: string, key: string) => {
  const collection = requireCollection(segment);
  requirePage(collection.record);
  return { collection, ...(await orStatusPage(readRecord(collection, decodeURIComponent(key)))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { collection, key } = await params;
  const found = await read(collection, key);
  return { title: nameRow(found.collection, found.row) };
}

export default async function RecordRoute({ params, searchParams }: Props) {
  const segments = await params;
  const { collection, row, etag, allowed } = await read(segments.collection, segments.key);
  const record = requirePage(collection.record);
  const key = String(row[collection.key]);
  const path = pathOf(collection, key);
  const [speech, states, { done }] = await Promise.all([
    readSpeech(),
    collection.transitions ? orStatusPage(readTransitions(collection, key)) : [],
    searchParams,
  ]);
  const { words } = speech;
  const trail = collection.list && (
    <Link href={collection.path} prefetch={false}>
      {collection.list.title}
    </Link>
  );
  return (
    <>
      <Notice done={done} words={words} />
      <PageHeader title={nameRow(collection, row)} purpose={record.purpose} trail={trail}>
        {states.map(({ state, title, reasons }) => (
          <ActionButton key={state} title={title} reasons={reasons} action={moveRecord.bind(null, { path: collection.path, key }, state, etag)} />
        ))}
        {collection.edit && allowed.has("PATCH") && (
          <Link className="button" href={`${path}/edit`} prefetch={false}>
            {words.edit}
          </Link>
        )}
        {collection.deletable && allowed.has("DELETE") && (
          <Link className="button danger" href={`${path}/delete`} prefetch={false}>
            {words.delete}
          </Link>
        )}
      </PageHeader>
      {record.sections.map((section) => {
        // What is kept from this person isn't in the record.
        const shown = section.fields.filter(({ field }) => Object.hasOwn(row, field));
        return (
          shown.length > 0 && (
            <section key={section.title} className="section">
              <h2>{section.title}</h2>
              <dl className="properties">
                {shown.map(({ field, title }) => (
                  <div key={field}>
                    <dt>{title}</dt>
                    <dd>
                      <Value value={row[field]} field={getField(collection, field)} speech={speech} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        );
      })}
      {record.related.map((related) => (
        <RelatedRows key={`${related.collection}.${related.by}`} related={related} recordKey={key} speech={speech} />
      ))}
    </>
  );
}
