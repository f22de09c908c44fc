import "server-only";

import { readSession } from "@/lib/session";
import { type Words, WORDS } from "@/lib/words";
import type { Language } from "@/model-types";

export interface Speech {
  language: Language;
  words: Words;
}

/** The language of the page, and its words. */
export async function readSpeech(): Promise<Speech> {
  const { language } = await readSession();
  return { language, words: WORDS[language] };
}
