import "./globals.css";

import type { Metadata, Viewport } from "next";
import Link from "next/link";

import { Navigation } from "@/components/navigation";
import { readSpeech } from "@/lib/language";
import { model } from "@/model";

export const metadata: Metadata = {
  title: { default: model.title, template: `%s · ${model.title.replaceAll("%s", "% s")}` },
  description: model.description,
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const { language, words } = await readSpeech();
  return (
    <html lang={language}>
      <head>
        {/* eslint-disable-next-line @next/next/no-css-tags -- a route: the colours are the model's */}
        <link rel="stylesheet" href="/theme.css" />
      </head>
      <body>
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <header className="site-header">
          <Link className="site-title" href="/">
            {model.title}
          </Link>
          <Navigation />
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}
