import type { Metadata } from "next";
import Link from "next/link";

import { PageHeader } from "@/components/page-header";
import { RecordForm } from "@/components/record-form";
import { saveRecord } from "@/lib/actions";
import { prepareSections, startForm } from "@/lib/forms";
import { requireCollection, requirePage, requireToCreate } from "@/lib/guards";
import { readSpeech } from "@/lib/language";
import type { SearchParams } from "@/lib/query";

interface Props {
  params: Promise<{ collection: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: requireCollection((await params).collection).create?.title };
}

/** A form for a new record; an address may fill it in, as that of "add one to this record" does. */
export default async function CreateRoute({ params, searchParams }: Props) {
  const collection = requireCollection((await params).collection);
  const form = requirePage(collection.create);
  await requireToCreate(collection);
  const [{ words }, sections, given] = await Promise.all([
    readSpeech(),
    prepareSections(collection, form),
    searchParams,
  ]);
  return (
    <>
      <PageHeader
        title={form.title}
        purpose={form.purpose}
        trail={collection.list && <Link href={collection.path}>{collection.list.title}</Link>}
      />
      <RecordForm
        sections={sections}
        start={startForm(collection, form, { given })}
        save={saveRecord.bind(null, { path: collection.path })}
        back={collection.list ? collection.path : "/"}
        words={words}
      />
    </>
  );
}
