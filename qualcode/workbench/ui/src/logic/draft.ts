/** A code as a form holds it, and what of it was changed. */

import type { Code, CodeChange } from "../api/shapes";
import type { Fields } from "./meanwhile";

const TEXTS = ["name", "definition", "include", "exclude"] as const;
const LISTS = ["examples", "keywords", "not_keywords"] as const;

/** All fields flat: `key`, `color`, and the texts by language, such as `definition.en`; lists one item a line. */
export function draftOf(code: Code, languages: readonly string[]): Record<string, string> {
  const draft: Record<string, string> = { key: code.key, color: code.color };
  for (const language of languages) {
    for (const field of TEXTS) draft[`${field}.${language}`] = code[field][language] ?? code[field][""] ?? "";
    for (const field of LISTS) draft[`${field}.${language}`] = (code[field][language] ?? code[field][""] ?? []).join("\n");
  }
  return draft;
}

/** Only what differs, so that what somebody else changed meanwhile is not changed back. */
export function changesOf(before: Fields, after: Fields): CodeChange {
  const change: CodeChange = {};
  for (const [field, text] of Object.entries(after)) {
    if (text.trim() === before[field]?.trim()) continue;
    const [name, language] = field.split(".") as [string, string];
    if (field === "key" || field === "color") change[field] = text.trim();
    else if (isList(name)) (change[name] ??= {})[language] = linesOf(text);
    else (change[name as (typeof TEXTS)[number]] ??= {})[language] = text.trim();
  }
  return change;
}

function isList(name: string): name is (typeof LISTS)[number] {
  return (LISTS as readonly string[]).includes(name);
}

export function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}
