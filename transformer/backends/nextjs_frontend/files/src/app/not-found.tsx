import { StatusPage } from "@/components/status-page";
import { readSpeech } from "@/lib/language";

export default async function NotFound() {
  const { words } = await readSpeech();
  return <StatusPage title={words.notFound} text={words.notFoundText} words={words} />;
}
