/** Moments as the API has them, with an offset, and as a person reads and enters them, in one zone. */

import { TIME_ZONE } from "@/lib/environment";

const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2}))?/;

/** The value of `<input type="datetime-local">` for a moment; like browsers, without seconds where there are none. */
export function toLocal(moment: Date): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: TIME_ZONE,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(moment);
  return dropSeconds(parts.replace(" ", "T"));
}

export function dropSeconds(text: string): string {
  return text.replace(/(:\d\d):00$/, "$1");
}

/** The moment that a person means by what they entered, as RFC 3339 has it. */
export function fromLocal(text: string): string {
  const match = LOCAL.exec(text);
  if (!match) {
    return text; // for the API to say what is wrong with it
  }
  const local = `${match[1]}T${match[2]}:${match[3] ?? "00"}`;
  return local + findOffset(new Date(`${local}Z`));
}

/** When today began. */
export function startOfDay(): Date {
  return new Date(fromLocal(`${toLocal(new Date()).slice(0, 10)}T00:00`));
}

function findOffset(near: Date): string {
  const offset = readOffset(near);
  // Around a change of the clocks, the offset an offset away is the one that counts.
  return readOffset(new Date(near.getTime() - toMinutes(offset) * 60_000));
}

function readOffset(moment: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone: TIME_ZONE, timeZoneName: "longOffset" });
  const name = parts.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace("GMT", "") || "+00:00";
}

function toMinutes(offset: string): number {
  const [hours = "0", minutes = "0"] = offset.slice(1).split(":");
  return (offset.startsWith("-") ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
