import { StatusPage } from "@/components/status-page";
import { readSpeech } from "@/lib/language";

export default async function Forbidden() {
  const { words } = await readSpeech();
  return <StatusPage title={words.forbidden} text={words.forbiddenText} words={words} />;
}
