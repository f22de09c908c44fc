/** What each kind of value is in a form: its text there, and back again. */

import type { Reference, Value } from "@/lib/api";
import { findByName } from "@/lib/collections";
import { dropSeconds, fromLocal, toLocal } from "@/lib/time";
import type { Field, Kind } from "@/model-types";

interface KindRow {
  /** The texts of its inputs for a value; several only where there may be several values. */
  toTexts: (value: Value) => string[];
  /** The value for what was entered. */
  toValue: (texts: string[], field: Field) => Value;
}

/** Thrown for a text that stands for no value of its kind at all. */
export class UnreadableError extends Error {}

const show = (value: Value): string => (value === null ? "" : String(value));
const one = (change: (value: Value) => string) => (value: Value) => [change(value)];

const text: KindRow = {
  toTexts: one(show),
  toValue: ([entered = ""], field) =>
    entered === "" && field.nullable ? null : entered.replaceAll("\r\n", "\n"),
};
const optional: KindRow = { toTexts: one(show), toValue: ([entered = ""]) => entered || null };
const number: KindRow = {
  toTexts: one(show),
  toValue: ([entered = ""]) => {
    const value = Number(entered.replace(",", "."));
    return entered === "" ? null : Number.isNaN(value) ? entered : value;
  },
};
const decimal: KindRow = {
  toTexts: one(show),
  toValue: ([entered = ""]) => entered.trim().replace(",", ".") || null,
};
const file: KindRow = { toTexts: one(show), toValue: ([entered = ""]) => entered };

export const KINDS: Record<Kind, KindRow> = {
  text,
  longText: text,
  email: text,
  url: text,
  choice: text,
  integer: number,
  number,
  decimal,
  money: decimal,
  boolean: {
    toTexts: one((value) => (value === true ? "on" : "")),
    toValue: ([entered]) => entered === "on",
  },
  // A default may be a moment.
  date: { ...optional, toTexts: one((value) => toLocalPart(show(value)).slice(0, 10)) },
  time: { ...optional, toTexts: one((value) => toLocalPart(show(value)).replace(/^.*T/, "")) },
  dateTime: {
    toTexts: one((value) => (value === null ? "" : toLocal(new Date(String(value))))),
    toValue: ([entered = ""]) => (entered === "" ? null : fromLocal(entered)),
  },
  duration: optional,
  reference: {
    toTexts: one((value) => show((value as Reference | null)?.key ?? null)),
    toValue: ([entered = ""], field) => (entered === "" ? null : readKey(entered, field)),
  },
  references: {
    toTexts: (value) => (Array.isArray(value) ? value.map((each) => show((each as Reference).key)) : []),
    toValue: (entered, field) => entered.filter(Boolean).map((key) => readKey(key, field)),
  },
  file,
  image: file,
  json: {
    toTexts: one((value) => (value === null ? "" : JSON.stringify(value, null, 2))),
    toValue: ([entered = ""]) => (entered.trim() === "" ? null : readJson(entered)),
  },
};

function toLocalPart(text: string): string {
  return text.includes("T") ? toLocal(new Date(text)) : dropSeconds(text);
}

/** The key of a record as the API has it: a number where those of its collection are. */
function readKey(entered: string, field: Field): Value {
  const target = findByName(field.target);
  const isNumber = target ? target.fields[target.key]?.kind === "integer" : /^\d+$/.test(entered);
  return isNumber ? Number(entered) : entered;
}

function readJson(entered: string): Value {
  try {
    return JSON.parse(entered) as Value;
  } catch {
    throw new UnreadableError(entered);
  }
}
