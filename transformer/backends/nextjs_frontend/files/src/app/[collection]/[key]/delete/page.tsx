import type { Metadata } from "next";
import Link from "next/link";
import { forbidden, notFound } from "next/navigation";

import { ActionButton } from "@/components/action-button";
import { PageHeader } from "@/components/page-header";
import { deleteRecord } from "@/lib/actions";
import { pathOf } from "@/lib/collections";
import { orStatusPage, requireCollection } from "@/lib/guards";
import { readSpeech } from "@/lib/language";
import { nameRow } from "@/lib/names";
import { readRecord } from "@/lib/records";
import { fill } from "@/lib/words";

interface Props {
  params: Promise<{ collection: string; key: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readSpeech()).words.delete };
}

/** Ask before a record is deleted. */
export default async function DeleteRoute({ params }: Props) {
  const { collection: segment, key } = await params;
  const collection = requireCollection(segment);
  if (!collection.deletable) {
    notFound();
  }
  const { row, etag, allowed } = await orStatusPage(readRecord(collection, decodeURIComponent(key)));
  if (!allowed.has("DELETE")) {
    forbidden();
  }
  const { words } = await readSpeech();
  const own = String(row[collection.key]);
  const name = nameRow(collection, row);
  return (
    <>
      <PageHeader title={fill(words.confirmDeletion, { name })} />
      <p>{words.noWayBack}</p>
      <div className="actions">
        <ActionButton className="danger" title={words.delete} action={deleteRecord.bind(null, { path: collection.path, key: own }, etag)} />
        <Link className="button" href={pathOf(collection, own)} prefetch={false}>
          {words.cancel}
        </Link>
      </div>
    </>
  );
}
