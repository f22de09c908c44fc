import { headers } from "next/headers";

import { PageHeader } from "@/components/page-header";
import { SignIn } from "@/components/sign-in";
import { readSpeech } from "@/lib/language";

/** 401: the form to sign in with, which leads on to the page that was asked for. */
export default async function Unauthorized() {
  const [{ words }, said] = await Promise.all([readSpeech(), headers()]);
  return (
    <>
      <PageHeader title={words.signIn} purpose={words.signInFirst} />
      <SignIn next={said.get("x-address") ?? "/"} />
    </>
  );
}
