import Link from "next/link";

import type { Reference, Value as Content } from "@/lib/api";
import { findByName, pathOf } from "@/lib/collections";
import { TIME_ZONE } from "@/lib/environment";
import type { Speech } from "@/lib/language";
import { isReference } from "@/lib/names";
import type { Field, Kind } from "@/model-types";

interface Props {
  value: Content | undefined;
  field: Field;
  speech: Speech;
}

type Renderer = (value: Exclude<Content, null>, props: Props) => React.ReactNode;

/** A value of a record as people read it. */
export function Value(props: Props) {
  const { value, field, speech } = props;
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) {
    return <span className="muted">{speech.words.none}</span>;
  }
  return RENDERERS[field.kind](value, props);
}

const plain: Renderer = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));

const inNumbers: Renderer = (value, { field, speech }) =>
  format(String(value), speech.language, { minimumFractionDigits: field.places });

const RENDERERS: Record<Kind, Renderer> = {
  text: plain,
  longText: (value) => <span className="long-text">{String(value)}</span>,
  email: (value) => <a href={`mailto:${String(value)}`}>{String(value)}</a>,
  url: (value) => (isWebAddress(String(value)) ? <a href={String(value)} rel="noreferrer">{String(value)}</a> : String(value)),
  integer: plain,
  number: (value, { speech }) => format(String(value), speech.language, { maximumFractionDigits: 12 }),
  decimal: inNumbers,
  money: (value, { field, speech }) =>
    format(
      String(value),
      speech.language,
      field.currency ? { style: "currency", currency: field.currency } : { minimumFractionDigits: 2 },
    ),
  boolean: (value, { speech }) => (value === true ? speech.words.yes : speech.words.no),
  date: (value, { speech }) => (
    <time dateTime={String(value)}>{showDate(String(value), speech, { dateStyle: "medium", timeZone: "UTC" })}</time>
  ),
  time: (value) => <time>{String(value).replace(/^(\d\d:\d\d):00$/, "$1")}</time>,
  dateTime: (value, { speech }) => (
    <time dateTime={String(value)}>
      {showDate(String(value), speech, { dateStyle: "medium", timeStyle: "short", timeZone: TIME_ZONE })}
    </time>
  ),
  duration: plain,
  choice: (value, { field }) => (
    <span className="chip">{field.choices?.find(([each]) => each === value)?.[1] ?? String(value)}</span>
  ),
  reference: (value, props) => (isReference(value) ? linkTo(value, props) : plain(value, props)),
  references: (value, props) =>
    Array.isArray(value) ? (
      <ul className="inline-list">
        {value.filter(isReference).map((each) => (
          <li key={each.key}>{linkTo(each, props)}</li>
        ))}
      </ul>
    ) : isReference(value) ? (
      linkTo(value, props)
    ) : (
      plain(value, props)
    ),
  file: (value) => <a href={pathBelow(String(value))}>{decodeURIComponent(String(value).split("/").pop() ?? "")}</a>,
  image: (value, { field }) => (
    <a href={pathBelow(String(value))}>
      <img className="picture" src={pathBelow(String(value))} alt={field.title} loading="lazy" />
    </a>
  ),
  json: (value) => <pre>{JSON.stringify(value, null, 2)}</pre>,
};

/** Only these are links: anybody may have entered `javascript:`. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Files are reached through this origin, whatever the API calls itself. */
function pathBelow(address: string): string {
  const { pathname, search } = new URL(address, "http://localhost");
  return pathname + search;
}

function linkTo(value: Reference, { field, speech }: Props) {
  const target = findByName(field.target);
  if (value.display === null) {
    return <span className="muted">{speech.words.hidden}</span>;
  }
  return target?.record ? (
    <Link href={pathOf(target, value.key)} prefetch={false}>
      {value.display}
    </Link>
  ) : (
    value.display
  );
}

/** Numbers that come as texts keep every digit. */
function format(digits: string, language: string, options: Intl.NumberFormatOptions): string {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(digits)
    ? new Intl.NumberFormat(language, { maximumFractionDigits: 20, ...options }).format(digits as unknown as number)
    : digits;
}

function showDate(text: string, { language }: Speech, options: Intl.DateTimeFormatOptions): string {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? text : new Intl.DateTimeFormat(language, options).format(moment);
}
