/** The steps of a coding's history as sentences: one entry for each event, with what it changed. */

import type { Step } from "../api/shapes";

export interface Said {
  key: number;
  actor: string;
  at: string;
  words: string;
  changes: string[];
}

type Tell = (text: string, fields?: Record<string, string>) => string;

const LONGEST = 90;

export function stepsSaid(steps: readonly Step[], nameOf: (code: string) => string, t: Tell): Said[] {
  const said = new Map<number, Said>();
  for (const step of steps) {
    const entry = said.get(step.seq) ?? { key: step.seq, actor: step.actor, at: step.at, words: step.words, changes: [] };
    entry.changes.push(...changesOf(step, nameOf, t));
    said.set(step.seq, entry);
  }
  return [...said.values()];
}

function changesOf({ kind, changed }: Step, nameOf: (code: string) => string, t: Tell): string[] {
  const names: Record<string, string> = {
    "coding.code": t("Code"), "coding.words": t("Words"), "coding.negative": t("Negative case"), "coding.pinned": t("Quoted first"),
    "memo.text": t("Memo"), "condensation.text": t("Condensation"), "review.text": t("Remark"), "review.proposed_code": t("Another code …"),
  };
  return Object.entries(changed).flatMap(([field, [before, after]]) => {
    const name = names[`${kind}.${field}`];
    if (!name) return [];
    const shown = (value: unknown) => valueSaid(field.endsWith("code") && typeof value === "string" ? nameOf(value) : value, t);
    return [before == null ? `${name}: ${shown(after)}` : `${name}: ${shown(before)} → ${shown(after)}`];
  });
}

function valueSaid(value: unknown, t: Tell): string {
  if (value == null || value === false) return value === false ? t("no") : "—";
  if (value === true) return t("yes");
  const text = String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
