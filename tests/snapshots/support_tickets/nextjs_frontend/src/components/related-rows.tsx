import Link from "next/link";

import { ApiError } from "@/lib/api";
import { findByName } from "@/lib/collections";
import type { Speech } from "@/lib/language";
import { changeQuery } from "@/lib/query";
import { readPage } from "@/lib/records";
import type { Collection, Related } from "@/model-types";

import { DataTable } from "./data-table";

const MOST = "10";

interface Props {
  related: Related;
  recordKey: string;
  speech: Speech;
}

/** The first rows of another collection that refer to a record, if that list is for this person. */
export async function RelatedRows({ related, recordKey, speech }: Props) {
  const collection = findByName(related.collection);
  const list = collection?.list;
  if (!collection || !list) {
    return null;
  }
  const filter = { [`filter[${related.by}]`]: recordKey };
  const read = await readOrNothing(collection, new URLSearchParams({ ...filter, page_size: MOST }));
  if (!read) {
    return null;
  }
  const { page, allowed } = read;
  const { words } = speech;
  // What they refer to is the record itself.
  const columns = list.columns.filter(({ field }) => field !== related.by);
  const canCreate = collection.create?.sections.some(({ fields }) => fields.some(({ field }) => field === related.by));
  return (
    <section className="section">
      <h2>{related.title}</h2>
      {page.results.length > 0 ? (
        <DataTable collection={collection} columns={columns} rows={page.results} caption={related.title} speech={speech} />
      ) : (
        <p className="empty">{list.empty ?? words.noRows}</p>
      )}
      <p className="actions">
        {canCreate && !related.readOnly && allowed.has("POST") && (
          <Link className="button" href={`${collection.path}/new?${new URLSearchParams({ [related.by]: recordKey })}`} prefetch={false}>
            {collection.create?.title}
          </Link>
        )}
        {page.next !== null && (
          <Link href={changeQuery(collection, new URLSearchParams(), filter)} prefetch={false}>
            {words.showAll}
          </Link>
        )}
      </p>
    </section>
  );
}

async function readOrNothing(collection: Collection, query: URLSearchParams) {
  try {
    return await readPage(collection, query);
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) {
      return null;
    }
    throw error;
  }
}
