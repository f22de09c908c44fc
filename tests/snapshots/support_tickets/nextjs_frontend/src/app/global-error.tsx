"use client";

import "./globals.css";

import { ERROR_WORDS } from "@/lib/error-words";

/** Instead of the whole page, where even what surrounds each page can't be shown. */
export default function GlobalError() {
  const words = ERROR_WORDS.en;
  return (
    <html lang="en">
      <body>
        <main>
          <h1>{words.title}</h1>
          <p>{words.text}</p>
          <p>
            {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- the router may be what is broken */}
            <a className="button" href="/">
              {words.home}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
