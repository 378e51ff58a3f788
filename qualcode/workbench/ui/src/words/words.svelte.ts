/** What the interface says, in English or Indonesian. The English text is the key, as in the package's catalogue. */

import { keepText, keptText } from "../logic/kept";
import { ID } from "./id";

export type Language = "en" | "id";

const KEPT = "qualcode.language";

const first = (): Language => {
  const kept = keptText(KEPT);
  if (kept === "en" || kept === "id") return kept;
  return globalThis.navigator?.language?.startsWith("id") ? "id" : "en";
};

export const speech = $state<{ language: Language }>({ language: first() });

export function speak(language: Language): void {
  speech.language = language;
  keepText(KEPT, language);
}

/** `text` in the language chosen, its `{fields}` filled in. */
export function t(text: string, fields: Record<string, string | number> = {}): string {
  const said = speech.language === "id" ? (ID[text] ?? text) : text;
  return said.replace(/\{(\w+)\}/g, (whole, name: string) => String(fields[name] ?? whole));
}

/** A number of things: `one` for 1, else `many`; each may hold `{n}`. Indonesian needs only the second. */
export function counted(n: number, one: string, many: string): string {
  return t(n === 1 ? one : many, { n: n.toLocaleString(speech.language) });
}
