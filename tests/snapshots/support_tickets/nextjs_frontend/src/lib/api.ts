import "server-only";

import { cookies, headers } from "next/headers";

import { API_URL } from "@/lib/environment";

/** A value of a record, as JSON has it. */
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
export type Row = Record<string, Value>;

/** A record that another one refers to; what it is called isn't told to those who may not see it. */
export type Reference = { key: string | number; display: string | null };

export interface Page {
  count: number;
  truncated: boolean;
  next: string | null;
  previous: string | null;
  results: Row[];
}

export interface FieldError {
  field: string;
  code: string;
  detail: string;
}

/** An answer from 400 on, in the words of RFC 9457. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`${status}: ${detail}`);
  }
}

export interface Answer {
  status: number;
  headers: Headers;
  /** Null where the answer has no body. */
  body: Value;
}

export type Body = FormData | Row;

export interface Request {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: Body;
  headers?: Record<string, string>;
}

const CSRF_COOKIE = "csrftoken";
/** What the API should know of the browser's request: who asks, in which language, from where. */
const PASSED_ON = ["accept-language", "cookie", "user-agent", "x-forwarded-for", "x-forwarded-proto"];

/** Ask the API as the person whose cookies came with this request. ApiError if it can't be done. */
export async function askApi(path: string, request: Request = {}): Promise<Answer> {
  const response = await sendToApi(path, request);
  const body = await readBody(response);
  if (!response.ok) {
    throw makeError(response.status, body);
  }
  return { status: response.status, headers: response.headers, body };
}

/** The same, for what isn't JSON. */
export async function sendToApi(path: string, request: Request = {}): Promise<Response> {
  const method = request.method ?? "GET";
  const sent = await copyHeaders();
  sent.set("Accept", "application/json");
  if (method !== "GET") {
    await addCsrf(sent);
  }
  const isForm = request.body instanceof FormData;
  if (request.body && !isForm) {
    sent.set("Content-Type", "application/json");
  }
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    sent.set(name, value);
  }
  const body = request.body instanceof FormData ? request.body : JSON.stringify(request.body);
  return fetch(`${API_URL}/api${path}`, { method, headers: sent, body, cache: "no-store", redirect: "manual" });
}

async function copyHeaders(): Promise<Headers> {
  const received = await headers();
  const copied = new Headers();
  for (const name of PASSED_ON) {
    const value = received.get(name);
    if (value !== null) {
      copied.set(name, value);
    }
  }
  return copied;
}

/** Django takes a change with the token of its cookie in a header; behind TLS it also asks for a referrer. */
async function addCsrf(sent: Headers): Promise<void> {
  let token = (await cookies()).get(CSRF_COOKIE)?.value;
  if (token === undefined) {
    const response = await sendToApi("/session");
    token = await keepCookies(response, sent);
  }
  if (token !== undefined) {
    sent.set("X-CSRFToken", token);
  }
  const referrer = new URL(API_URL);
  referrer.protocol = sent.get("x-forwarded-proto") ?? referrer.protocol;
  sent.set("Referer", referrer.href);
}

interface SetCookie {
  name: string;
  value: string;
  path?: string;
  maxAge?: number;
  httpOnly?: boolean;
  secure?: boolean;
  sameSite?: "lax" | "strict" | "none";
}

/** Give the browser the cookies of an answer, and send them on at once. Returns the token against CSRF. */
export async function keepCookies(response: Response, sent?: Headers): Promise<string | undefined> {
  const store = await cookies();
  const kept = response.headers.getSetCookie().map(parseCookie);
  for (const cookie of kept) {
    store.set(cookie);
    sent?.set("cookie", [sent.get("cookie"), `${cookie.name}=${cookie.value}`].filter(Boolean).join("; "));
  }
  return kept.find(({ name }) => name === CSRF_COOKIE)?.value;
}

function parseCookie(header: string): SetCookie {
  const [pair = "", ...attributes] = header.split(/;\s*/);
  const at = pair.indexOf("=");
  const said = new Map(attributes.map((each) => splitOnce(each.toLowerCase())));
  const maxAge = said.get("max-age");
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1).replace(/^"|"$/g, ""),
    path: said.get("path") || "/",
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
    httpOnly: said.has("httponly"),
    secure: said.has("secure"),
    sameSite: (said.get("samesite") as SetCookie["sameSite"]) ?? "lax",
  };
}

function splitOnce(text: string): [string, string] {
  const [name = "", value = ""] = text.split("=", 2);
  return [name, value];
}

async function readBody(response: Response): Promise<Value> {
  const type = response.headers.get("content-type") ?? "";
  return response.status !== 204 && type.includes("json") ? ((await response.json()) as Value) : null;
}

function makeError(status: number, body: Value): ApiError {
  const problem = body as { detail?: string; title?: string; errors?: FieldError[] } | null;
  return new ApiError(status, problem?.detail ?? problem?.title ?? "", problem?.errors ?? []);
}
