import { signIn } from "@/lib/actions";
import { readSpeech } from "@/lib/language";
import { model } from "@/model";

import { SignInForm } from "./sign-in-form";

/** The form to sign in with, which leads on to an address. */
export async function SignIn({ next }: { next: string }) {
  const { words } = await readSpeech();
  const titles = { username: model.signIn?.title ?? words.username, password: words.password, submit: words.signIn };
  return <SignInForm signIn={signIn.bind(null, next)} titles={titles} />;
}
