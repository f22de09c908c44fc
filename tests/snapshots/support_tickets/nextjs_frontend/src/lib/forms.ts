import "server-only";

import { ApiError, type Body, type FieldError, type Row, type Value } from "@/lib/api";
import { readChoices } from "@/lib/choices";
import { getField } from "@/lib/fields";
import type { Attributes, FormState, PreparedInput, PreparedSection } from "@/lib/form-state";
import { KINDS, UnreadableError } from "@/lib/kinds";
import { isReference } from "@/lib/names";
import { getOwn } from "@/lib/own";
import { startOfDay } from "@/lib/time";
import type { Words } from "@/lib/words";
import type { Choice, Collection, Field, FormPage, Input } from "@/model-types";

export function listInputs(form: FormPage): Input[] {
  return form.sections.flatMap(({ fields }) => fields);
}

/** The fields of a form for this person: where there is a record, those that the API told of. */
export async function prepareSections(
  collection: Collection,
  form: FormPage,
  row?: Row,
): Promise<PreparedSection[]> {
  const sections = form.sections.map(async ({ title, fields }) => {
    const shown = fields.filter((input) => row === undefined || Object.hasOwn(row, input.field));
    return { title, inputs: await Promise.all(shown.map((input) => prepareInput(collection, input, row))) };
  });
  return (await Promise.all(sections)).filter(({ inputs }) => inputs.length > 0);
}

async function prepareInput(collection: Collection, input: Input, row?: Row): Promise<PreparedInput> {
  const field = getField(collection, input.field);
  const { choices, source } = await readChoices(collection, input.field);
  return {
    ...input,
    kind: field.kind,
    required: input.required ?? false,
    readOnly: input.readOnly ?? false,
    choices: addCurrent(choices, row?.[input.field]),
    source,
    attributes: listAttributes(field, input),
  };
}

/** What a record refers to now stays a choice, even where it is none of the first ones. */
function addCurrent(choices: PreparedInput["choices"], value: Value | undefined): PreparedInput["choices"] {
  const known = new Set(choices.map(([key]) => key));
  const current = [value ?? null].flat().filter(isReference);
  const missing = current.filter(({ key }) => !known.has(String(key)));
  return [...missing.map(({ key, display }): Choice => [String(key), display ?? String(key)]), ...choices];
}

function listAttributes(field: Field, input: Input): Attributes {
  return {
    min: input.minimum,
    max: input.maximum,
    minLength: input.minLength,
    maxLength: input.maxLength,
    pattern: input.pattern && toWholePattern(input.pattern),
    title: input.patternMessage,
    step: STEPS[field.kind]?.(field),
  };
}

/** Browsers hold a whole text to a pattern, and read it more strictly than the contract; what they can't, the API checks. */
function toWholePattern(pattern: string): string | undefined {
  const whole = `.*(?:${pattern}).*`;
  try {
    new RegExp(whole, "v");
    return whole;
  } catch {
    return undefined;
  }
}

const STEPS: Partial<Record<Field["kind"], (field: Field) => string>> = {
  integer: () => "1",
  number: () => "any",
  decimal: ({ places }) => stepFor(places),
  money: ({ places }) => stepFor(places ?? 2),
  dateTime: () => "1",
  time: () => "1",
};

function stepFor(places: number | undefined): string {
  return places === undefined ? "any" : (10 ** -places).toFixed(places);
}

/** What a form begins with: the values of a record, those of an address, or the defaults. */
export function startForm(
  collection: Collection,
  form: FormPage,
  start: { row?: Row; etag?: string; given?: Record<string, string | string[] | undefined> },
): FormState {
  const entries = listInputs(form).map((input) => {
    const given = [getOwn(start.given, input.field)].flat().filter((each) => each !== undefined);
    const { toTexts } = KINDS[getField(collection, input.field).kind];
    const value = start.row ? (getOwn(start.row, input.field) ?? null) : getDefault(input);
    return [input.field, given.length > 0 ? given : toTexts(value)];
  });
  const values = Object.fromEntries(entries) as Record<string, string[]>;
  return { round: 0, values, errors: {}, etag: start.etag ?? "", once: crypto.randomUUID() };
}

function getDefault(input: Input): Value {
  const said = input.default;
  if (typeof said === "object") {
    const start = said.moment === "now" ? Date.now() : startOfDay().getTime();
    return new Date(start + said.plusSeconds * 1000).toISOString();
  }
  return said ?? null;
}

/** The inputs that a form was sent with: some aren't for everybody, and others can't be changed. */
function listSent(form: FormPage, data: FormData): Input[] {
  const sent = new Set(data.getAll("form-field"));
  return listInputs(form).filter(({ field, readOnly }) => !readOnly && sent.has(field));
}

/** What was entered in a form. */
export function readEntries(form: FormPage, data: FormData): Record<string, string[]> {
  const entries = listSent(form, data).map(({ field }) => {
    const texts = data.getAll(field).filter((each) => typeof each === "string");
    return [field, texts] as const;
  });
  return Object.fromEntries(entries);
}

/** The body that a form sends: JSON, or parts where there is a file among them. */
export function makeBody(collection: Collection, form: FormPage, data: FormData, words: Words): Body {
  const values: Row = {};
  const files = new Map<string, File>();
  const faults: FieldError[] = [];
  for (const input of listSent(form, data)) {
    const field = getField(collection, input.field);
    const entered = data.getAll(input.field);
    const file = entered.find((each) => typeof each !== "string");
    if (file instanceof File) {
      if (file.size > 0) {
        files.set(input.field, file);
      }
    } else if (field.kind !== "file" && field.kind !== "image") {
      try {
        values[input.field] = KINDS[field.kind].toValue(entered.filter((each) => typeof each === "string"), field);
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        faults.push({ field: input.field, code: "invalid", detail: words.invalidJson });
      }
    }
    if (data.has(`clear-${input.field}`)) {
      values[input.field] = "";
    }
  }
  if (faults.length > 0) {
    throw new ApiError(422, "", faults);
  }
  return files.size > 0 ? makeParts(values, files) : values;
}

function makeParts(values: Row, files: Map<string, File>): FormData {
  const parts = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      parts.append(name, each === null ? "" : typeof each === "object" ? JSON.stringify(each) : String(each));
    }
  }
  files.forEach((file, name) => parts.set(name, file));
  return parts;
}

/** What the API said of the entries, by the fields of the form. */
export function sortErrors(form: FormPage, error: ApiError, words: Words): Record<string, string[]> {
  const known = new Set(listInputs(form).map(({ field }) => field));
  const sorted = new Map<string, string[]>();
  for (const { field, detail } of error.errors) {
    const name = known.has(field) ? field : "";
    sorted.set(name, [...(sorted.get(name) ?? []), detail]);
  }
  return sorted.size > 0 ? Object.fromEntries(sorted) : { "": [explain(error, words)] };
}

/** A sentence for what the API refused. */
export function explain(error: ApiError, words: Words): string {
  const own: Record<number, string> = { 401: words.signedOut, 412: words.changedMeanwhile };
  return own[error.status] ?? (error.status < 500 && error.detail ? error.detail : words.failed);
}

/** What is saved now, where it isn't what was entered. */
export function compareSaved(
  collection: Collection,
  entered: Record<string, string[]>,
  row: Row,
): Record<string, string> {
  const differing = Object.entries(entered).flatMap(([name, texts]) => {
    const field = getField(collection, name);
    const value = getOwn(row, name);
    const saved = KINDS[field.kind].toTexts(value ?? null);
    // A file that is there can't be entered again.
    const isSame = value === undefined || field.kind === "file" || field.kind === "image" || String(saved) === String(texts);
    return isSame ? [] : [[name, nameSaved(field, saved, value)]];
  });
  return Object.fromEntries(differing) as Record<string, string>;
}

function nameSaved(field: Field, saved: string[], value: Value): string {
  const titles = new Map(field.choices);
  const references = [value].flat().filter(isReference);
  const names = references.length > 0 ? references.map(({ display }) => display) : saved.map((each) => titles.get(each) ?? each);
  const said = names.filter(Boolean).join(", ");
  return (field.kind === "dateTime" ? said.replace("T", " ") : said) || "–";
}
