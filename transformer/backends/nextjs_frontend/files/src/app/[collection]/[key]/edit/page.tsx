import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import Link from "next/link";

import { PageHeader } from "@/components/page-header";
import { RecordForm } from "@/components/record-form";
import { saveRecord } from "@/lib/actions";
import { pathOf } from "@/lib/collections";
import { prepareSections, startForm } from "@/lib/forms";
import { orStatusPage, requireCollection, requirePage } from "@/lib/guards";
import { readSpeech } from "@/lib/language";
import { nameRow } from "@/lib/names";
import { readRecord } from "@/lib/records";

interface Props {
  params: Promise<{ collection: string; key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: requireCollection((await params).collection).edit?.title };
}

export default async function EditRoute({ params }: Props) {
  const { collection: segment, key } = await params;
  const collection = requireCollection(segment);
  const form = requirePage(collection.edit);
  const { row, etag, allowed } = await orStatusPage(readRecord(collection, decodeURIComponent(key)));
  if (!allowed.has("PATCH")) {
    forbidden();
  }
  const [{ words }, sections] = await Promise.all([readSpeech(), prepareSections(collection, form, row)]);
  const own = String(row[collection.key]);
  const path = pathOf(collection, own);
  return (
    <>
      <PageHeader title={form.title} purpose={form.purpose} trail={<Link href={path}>{nameRow(collection, row)}</Link>} />
      <RecordForm
        sections={sections}
        start={startForm(collection, form, { row, etag })}
        save={saveRecord.bind(null, { path: collection.path, key: own })}
        back={path}
        words={words}
      />
    </>
  );
}
