import { type NextRequest, NextResponse } from "next/server";

import { API_URL } from "@/lib/environment";

/** What the API serves to browsers, through this origin: choices for forms, and files. */
const FROM_API = /^\/(api|media)\//;
const SAFE_METHODS = new Set(["GET", "HEAD"]);

export function proxy(request: NextRequest) {
  if (FROM_API.test(request.nextUrl.pathname)) {
    return passOn(request);
  }
  return dropEmptyParameters(request) ?? addPolicy(request);
}

/** Changes go through server actions, so only what reads is passed on. */
function passOn(request: NextRequest) {
  if (!SAFE_METHODS.has(request.method)) {
    return new NextResponse(null, { status: 405, headers: { Allow: "GET, HEAD" } });
  }
  const { pathname, search } = request.nextUrl;
  return NextResponse.rewrite(new URL(pathname + search, API_URL));
}

/** A form that is sent by GET names inputs that were left empty, too; addresses are for sharing. */
function dropEmptyParameters(request: NextRequest) {
  const url = request.nextUrl.clone();
  const empty = [...url.searchParams].filter(([, value]) => value === "").map(([name]) => name);
  if (request.method !== "GET" || empty.length === 0 || request.headers.has("rsc")) {
    return null;
  }
  empty.forEach((name) => url.searchParams.delete(name, ""));
  return NextResponse.redirect(url);
}

/** Only scripts with the nonce of this very answer run, and what they load. */
function addPolicy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Address", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  matcher: "/((?!_next/static|_next/image|theme.css|favicon.ico).*)",
};
