/** How each code looks: its name, path and colour. */

import type { Code, Codebook } from "../api/shapes";
import { inLanguage } from "./local";

export interface Look {
  key: string;
  name: string;
  /** Names from the framework down to the code above it. */
  path: string[];
  color: string;
  definition: string;
}

/** For frameworks whose codes have no colour: told apart without red and green, and in grey. */
const COLORS = ["#4477aa", "#aa6633", "#228866", "#aa3377", "#66609c", "#8a7a1c"];

export function looksOf(codebook: Codebook, language: string): Map<string, Look> {
  const looks = new Map<string, Look>();
  const places = new Map(codebook.frameworks.map((framework, i) => [framework.key, i]));
  const names = new Map(codebook.frameworks.map((f) => [f.key, inLanguage(f.name, language) || f.key]));
  for (const code of codebook.codes) {
    const above = code.parent ? looks.get(code.parent) : undefined;
    const framework = names.get(code.framework);
    looks.set(code.key, {
      key: code.key,
      name: nameOf(code, language),
      path: above ? [...above.path, above.name] : framework ? [framework] : [],
      color: code.color || above?.color || COLORS[(places.get(code.framework) ?? 0) % COLORS.length]!,
      definition: inLanguage(code.definition, language),
    });
  }
  for (const look of looks.values()) look.definition = unquoted(look.definition, looks);
  return looks;
}

/** A definition that names other codes by their ids, in backticks, with their names instead. */
export function unquoted(text: string, looks: ReadonlyMap<string, Look>): string {
  return text.replace(/`([^`]+)`/g, (_, key: string) => lookOf(looks, key).name);
}

/** What an act was about, with the names of codes in place of their ids. */
export function withNames(summary: string, looks: ReadonlyMap<string, Look>): string {
  return summary.replace(/[^\s,]+/g, (word) => lookOf(looks, word).name);
}

/** `now`, or what was `before` where nothing about it is different. */
export function kept(now: ReadonlyMap<string, Look>, before: ReadonlyMap<string, Look>): ReadonlyMap<string, Look> {
  const same = (a: Look, b: Look | undefined) =>
    b !== undefined && a.name === b.name && a.color === b.color && a.definition === b.definition && a.path.join("\n") === b.path.join("\n");
  return now.size === before.size && [...now].every(([key, look]) => same(look, before.get(key))) ? before : now;
}

export function nameOf(code: Code, language: string): string {
  return inLanguage(code.name, language) || code.key;
}

/** What stands for a code that another tab has just removed. */
export function lookOf(looks: ReadonlyMap<string, Look>, key: string): Look {
  return looks.get(key) ?? { key, name: key, path: [], color: "#777777", definition: "" };
}
