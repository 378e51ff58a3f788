/** The codebook as rows: frameworks with their codes, depth first. */

import type { Code, Codebook } from "../api/shapes";
import { folded, inLanguage } from "./local";
import { nameOf } from "./look";

export interface Branch {
  key: string;
  name: string;
  definition: string;
  rows: Row[];
}

export interface Row {
  code: Code;
  depth: number;
  /** Codings of the code and of those below it. */
  total: number;
  hasBelow: boolean;
}

/** With a filter, the codes it fits and those above them; `shut` codes hide what is below them. */
export function branchesOf(codebook: Codebook, language: string, filter = "", shut: ReadonlySet<string> = new Set()): Branch[] {
  const totals = totalsOf(codebook.codes);
  const kept = filter.trim() ? fitting(codebook.codes, filter, language) : null;
  const hidden = new Set<string>();
  const rows = (framework: string): Row[] => {
    const found: Row[] = [];
    for (const code of codebook.codes) {
      if (code.framework !== framework || (kept && !kept.has(code.key))) continue;
      if (!kept && code.parent && (hidden.has(code.parent) || shut.has(code.parent))) {
        hidden.add(code.key);
        continue;
      }
      const hasBelow = codebook.codes.some((other) => other.parent === code.key);
      found.push({ code, depth: code.depth, total: totals.get(code.key) ?? 0, hasBelow });
    }
    return found;
  };
  const named = codebook.frameworks.map(({ key, name, definition }) => ({
    key,
    name: inLanguage(name, language) || key,
    definition: inLanguage(definition, language),
    rows: rows(key),
  }));
  const known = new Set(codebook.frameworks.map(({ key }) => key));
  const others = [...new Set(codebook.codes.map(({ framework }) => framework))].filter((key) => !known.has(key));
  return [...named, ...others.map((key) => ({ key, name: key, definition: "", rows: rows(key) }))].filter(
    (branch) => branch.rows.length || !kept,
  );
}

export function totalsOf(codes: readonly Code[]): Map<string, number> {
  const totals = new Map(codes.map((code) => [code.key, code.codings]));
  for (const code of [...codes].reverse()) {
    if (code.parent) totals.set(code.parent, (totals.get(code.parent) ?? 0) + (totals.get(code.key) ?? 0));
  }
  return totals;
}

function fitting(codes: readonly Code[], filter: string, language: string): Set<string> {
  const wanted = folded(filter.trim());
  const above = new Map(codes.map((code) => [code.key, code.parent]));
  const kept = new Set<string>();
  for (const code of codes) {
    if (!folded(`${nameOf(code, language)} ${code.key}`).includes(wanted)) continue;
    for (let key: string | null | undefined = code.key; key; key = above.get(key)) kept.add(key);
  }
  return kept;
}

/** The code and all below it. */
export function family(codes: readonly Code[], key: string): Set<string> {
  const found = new Set([key]);
  for (const code of codes) if (code.parent && found.has(code.parent)) found.add(code.key);
  return found;
}
