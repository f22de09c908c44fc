"use client";

import { useSyncExternalStore } from "react";

import { ERROR_WORDS } from "@/lib/error-words";
import type { Language } from "@/model-types";

const subscribe = () => () => {};
const readLanguage = () => document.documentElement.lang as Language;

/** 500: the API didn't answer, or something is wrong here. What it was stands in the log of the server. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  // The page's own language is all that is sure to be there.
  const words = ERROR_WORDS[useSyncExternalStore(subscribe, readLanguage, () => "en" as const)];
  return (
    <>
      <header className="page-header">
        <h1>{words.title}</h1>
        <p className="purpose">{words.text}</p>
      </header>
      <button onClick={reset}>{words.again}</button>
    </>
  );
}
