"use client";

import "./globals.css";

import { WORDS } from "@/lib/words";

/** Instead of the whole page, where even what surrounds each page can't be shown. */
export default function GlobalError() {
  const words = WORDS.en;
  return (
    <html lang="en">
      <body>
        <main>
          <h1>{words.error}</h1>
          <p>{words.errorText}</p>
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
