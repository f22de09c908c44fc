import { model } from "@/model";

export const dynamic = "force-static";

/** The brand's colours as a style sheet: the Content-Security-Policy takes no styles within a page. */
export function GET() {
  const { brand, brandStrong, onBrand, inkOnLight, inkOnDark } = model.colours;
  const styles = `:root {
  --brand: ${brand};
  --brand-strong: ${brandStrong};
  --on-brand: ${onBrand};
  --ink-brand: light-dark(${inkOnLight}, ${inkOnDark});
}
`;
  return new Response(styles, { headers: { "Content-Type": "text/css" } });
}
