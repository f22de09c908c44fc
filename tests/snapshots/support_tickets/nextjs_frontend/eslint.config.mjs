import vitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

const config = [
  ...vitals,
  ...typescript,
  { ignores: [".next/**", "next-env.d.ts", "src/api/schema.d.ts"] },
  {
    rules: {
      // Images are records' own: the optimizer can't read them without the person's cookie.
      "@next/next/no-img-element": "off",
    },
  },
];

export default config;
