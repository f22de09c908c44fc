"use client";

import { useActionState } from "react";

import type { SignInState } from "@/lib/actions";

interface Props {
  signIn: (before: SignInState, data: FormData) => Promise<SignInState>;
  titles: { username: string; password: string; submit: string };
}

export function SignInForm({ signIn, titles }: Props) {
  const [state, action, isPending] = useActionState(signIn, { username: "", message: "" });
  return (
    <form action={action} className="record-form narrow">
      {state.message && (
        <p className="alert" role="alert">
          {state.message}
        </p>
      )}
      <p className="field">
        <label htmlFor="username">{titles.username}</label>
        <input id="username" name="username" autoComplete="username" autoCapitalize="none" defaultValue={state.username} required />
      </p>
      <p className="field">
        <label htmlFor="password">{titles.password}</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required />
      </p>
      <p className="actions">
        <button className="primary" aria-disabled={isPending}>
          {titles.submit}
        </button>
      </p>
    </form>
  );
}
