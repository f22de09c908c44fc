import { sendToApi } from "@/lib/api";
import { requireCollection, requirePage } from "@/lib/guards";
import { readQuery } from "@/lib/query";

/** All rows that a list is asked for, as one file. */
export async function GET(request: Request, { params }: { params: Promise<{ collection: string }> }) {
  const collection = requireCollection((await params).collection);
  const query = readQuery(requirePage(collection.list), Object.fromEntries(new URL(request.url).searchParams));
  const response = await sendToApi(`${collection.path}?${query}`, { headers: { Accept: "text/csv" } });
  return new Response(response.body, {
    status: response.status,
    headers: {
      "Content-Type": response.headers.get("content-type") ?? "text/csv",
      "Content-Disposition": response.headers.get("content-disposition") ?? `attachment; filename="${collection.path.slice(1)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
