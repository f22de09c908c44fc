import type { Metadata } from "next";

import { PageHeader } from "@/components/page-header";
import { SignIn } from "@/components/sign-in";
import { readSpeech } from "@/lib/language";
import type { SearchParams } from "@/lib/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readSpeech()).words.signIn };
}

export default async function SignInRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ words }, { next }] = await Promise.all([readSpeech(), searchParams]);
  return (
    <>
      <PageHeader title={words.signIn} purpose={next ? words.signInFirst : undefined} />
      <SignIn next={typeof next === "string" ? next : "/"} />
    </>
  );
}
