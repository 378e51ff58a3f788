/** Texts by language. */

import type { Local } from "../api/shapes";

/** In `language` where there is one, else in any. */
export function inLanguage(texts: Local | undefined, language: string): string {
  if (!texts) return "";
  return texts[language] ?? texts[""] ?? Object.values(texts)[0] ?? "";
}

export function listIn(texts: Record<string, string[]> | undefined, language: string): string[] {
  if (!texts) return [];
  return texts[language] ?? texts[""] ?? Object.values(texts)[0] ?? [];
}

/** Letters without case and accents, for looking up. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
