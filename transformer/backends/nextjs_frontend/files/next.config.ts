import type { NextConfig } from "next";

const isProduction = process.env.NODE_ENV === "production";

/** What scripts/compress.mjs makes after a build, for browsers that take it. */
const compressed = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };
const kinds = isProduction ? Object.entries(compressed) : [];
const ifTaken = [{ type: "header" as const, key: "accept-encoding", value: ".*\\bbr\\b.*" }];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden(), which answers 403 with a page of its own.
  experimental: { authInterrupts: true },
  // Other lock files further up aren't this project's.
  turbopack: { root: import.meta.dirname },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
      ],
    },
    ...kinds.map(([kind, type]) => ({
      source: `/_next/static/:path*.${kind}`,
      has: ifTaken,
      headers: [
        { key: "Content-Type", value: type },
        { key: "Content-Encoding", value: "br" },
        { key: "Vary", value: "Accept-Encoding" },
      ],
    })),
  ],
  rewrites: async () => ({
    beforeFiles: kinds.map(([kind]) => ({
      source: `/_next/static/:path*.${kind}`,
      has: ifTaken,
      destination: `/_next/static/:path*.${kind}.br`,
    })),
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
