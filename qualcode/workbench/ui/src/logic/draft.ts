/** A code as a form holds it, in one language, and what of it was changed. */

import type { Code, CodeChange } from "../api/shapes";

const TEXTS = ["name", "definition", "include", "exclude"] as const;
const LISTS = ["examples", "keywords", "not_keywords"] as const;

export type Draft = Record<(typeof TEXTS)[number] | (typeof LISTS)[number] | "key" | "color", string>;

export function draftOf(code: Code, language: string): Draft {
  const text = (texts: Record<string, string>) => texts[language] ?? texts[""] ?? "";
  const list = (lists: Record<string, string[]>) => (lists[language] ?? lists[""] ?? []).join("\n");
  return {
    key: code.key,
    color: code.color || "#777777",
    ...(Object.fromEntries(TEXTS.map((field) => [field, text(code[field])])) as Record<(typeof TEXTS)[number], string>),
    ...(Object.fromEntries(LISTS.map((field) => [field, list(code[field])])) as Record<(typeof LISTS)[number], string>),
  };
}

/** Only what differs, so that what somebody else changed meanwhile is not changed back. */
export function changesOf(before: Draft, after: Draft, language: string): CodeChange {
  const change: CodeChange = {};
  if (after.key !== before.key) change.key = after.key.trim();
  if (after.color !== before.color) change.color = after.color;
  for (const field of TEXTS) if (after[field] !== before[field]) change[field] = { [language]: after[field].trim() };
  for (const field of LISTS) if (after[field] !== before[field]) change[field] = { [language]: linesOf(after[field]) };
  return change;
}

export function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}
