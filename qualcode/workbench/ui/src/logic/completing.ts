/** What a query can go on with at the caret: codes, operators, fields, values. */

import { folded } from "./local";
import type { Look } from "./look";
import { matching } from "./palette";

export interface QueryWords {
  /** What each operator means, by its word. */
  operators: Record<string, string>;
  flags: string[];
  fields: { word: string; means: string; values: string[] }[];
}

export interface Completion {
  /** What is written, in place of `start` to `end`. */
  text: string;
  start: number;
  end: number;
  kind: "code" | "framework" | "operator" | "field" | "mark" | "value";
  /** What a reader is told beside it. */
  about: string;
  color?: string;
}

interface Token {
  text: string;
  start: number;
  end: number;
  kind: "mark" | "word" | "quoted";
}

interface Frame {
  key: string;
  name: string;
}

const TOKENS = /([()]|[<>]=?|!=|[=~,≠≤≥])|("[^"]*"?|'[^']*'?)|[^\s()=!<>≠≤≥~,"']+/gu;
const COMPARING = new Set(["=", "!=", "~", "<", ">", "<=", ">=", "≠", "≤", "≥"]);
const MOST = 9;

function tokensOf(query: string): Token[] {
  return [...query.matchAll(TOKENS)].map((found) => ({
    text: found[0], start: found.index, end: found.index + found[0].length,
    kind: found[1] ? "mark" : found[2] ? "quoted" : "word",
  }));
}

/** Best first; nothing where nothing is known to fit, or where all is written already. */
export function completionsOf(
  query: string, caret: number, words: QueryWords, looks: Iterable<Look>, frameworks: readonly Frame[], language: string,
): Completion[] {
  const found = allCompletions(query, caret, words, looks, frameworks, language);
  const written = found.some(({ text, start, end }) => query.slice(start, end) === text);
  return written ? [] : found;
}

function allCompletions(
  query: string, caret: number, words: QueryWords, looks: Iterable<Look>, frameworks: readonly Frame[], language: string,
): Completion[] {
  const tokens = tokensOf(query);
  const here = tokens.find(({ start, end, kind }) => kind !== "mark" && start < caret && caret <= end);
  const before = tokens.filter(({ end }) => end <= (here?.start ?? caret));
  const typed = here ? query.slice(here.start, caret).replace(/^["']/, "") : "";
  const [start, end] = here ? [here.start, here.end] : [caret, caret];
  const make = (text: string, kind: Completion["kind"], about = "", color = ""): Completion => ({
    text, start, end, kind, about, ...(color ? { color } : {}),
  });
  const operatorOf = (token: Token | undefined) => (token?.kind === "word" ? words.operators[token.text.toLowerCase().split("/")[0]!] : undefined);
  const last = before.at(-1);
  const field = fieldOf(before, words);
  if (field) return fitting(field.values, typed).map((value) => make(quoted(value), "value", field.word)).slice(0, MOST);

  const where = before.some((token) => operatorOf(token) === "WHERE");
  const fields = () => [
    ...fitting(spoken(words.fields.map(({ word, means }) => [word, means] as const), typed, language), typed).map((word) => make(word, "field")),
    ...fitting(spoken(words.flags.map((flag) => [flag, flag === words.flags[1] ? words.flags[0]! : flag] as const), typed, language), typed).map((flag) => make(flag, "field")),
  ];
  if (last && where && last.kind === "word" && words.fields.some(({ word }) => word === last.text.toLowerCase()) && !here) {
    return ["=", "!=", "~"].map((mark) => make(mark, "mark"));
  }
  const operand = !last || last.text === "(" || operatorOf(last);
  const operators = spoken(Object.entries(words.operators), typed, language)
    .filter((word) => word.startsWith(typed.toLowerCase()))
    .filter((word) => !where || ["AND", "OR", "NOT"].includes(words.operators[word]!))
    .map((word) => make(words.operators[word] === "NEAR" ? `${word.toUpperCase()}/3` : word.toUpperCase(), "operator", words.operators[word]!));
  if (!operand) return operators.slice(0, MOST);
  if (where) return [...fields(), ...operators.filter(({ about }) => about === "NOT")].slice(0, MOST);
  const codes = matching(typed.replace(/^[^:]*:/, ""), looks, []).map(({ key, name, path, color }) => make(quoted(key), "code", [...path, name].join(" › "), color));
  const families = frameworks
    .filter(({ key, name }) => folded(`${key}:* ${name}`).includes(folded(typed)))
    .map(({ key, name }) => make(`${key}:*`, "framework", name));
  const named = ({ text, about }: Completion) => [text, about].some((each) => folded(each).startsWith(folded(typed)));
  return [...families.filter(named), ...codes.slice(0, MOST - 3), ...families.filter((family) => !named(family)), ...operators.filter(({ about }) => ["NOT", "WHERE"].includes(about))].slice(0, MOST);
}

/** The field whose value is asked for at the end: behind its mark, or behind a comma. */
function fieldOf(before: readonly Token[], words: QueryWords): QueryWords["fields"][number] | undefined {
  let at = before.length - 1;
  while (at >= 1 && before[at]!.text === ",") at -= 2;
  if (at < 1 || !COMPARING.has(before[at]!.text)) return undefined;
  const named = before[at - 1]!.text.toLowerCase();
  return words.fields.find(({ word }) => word.toLowerCase() === named);
}

/** Words of one language where nothing is typed yet; of both where something is. The English ones say what they mean. */
function spoken(pairs: readonly (readonly [string, string])[], typed: string, language: string): string[] {
  const known = new Map<string, string>();
  for (const [word, means] of pairs) {
    const english = word.toLowerCase() === means.toLowerCase();
    if (typed || english === (language === "en") || means.includes(".")) known.set(typed ? word : means, word);
  }
  return [...known.values()];
}

function fitting(texts: readonly string[], typed: string): string[] {
  const wanted = folded(typed);
  const begins = texts.filter((text) => folded(text).startsWith(wanted));
  return [...begins, ...texts.filter((text) => wanted.length > 1 && !begins.includes(text) && folded(text).includes(wanted))];
}

/** In quotation marks where a query needs them. */
export function quoted(name: string): string {
  const bare = tokensOf(name);
  return bare.length === 1 && bare[0]!.kind === "word" && bare[0]!.text === name ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A query with a completion written into it, and where the caret is then. */
export function completed(query: string, { text, start, end }: Completion): { query: string; caret: number } {
  const rest = query.slice(end);
  const space = rest.startsWith(" ") ? "" : " ";
  return { query: query.slice(0, start) + text + space + rest, caret: start + text.length + 1 };
}

/** The stretch of a query that a fault is about: the word at its place. */
export function faulty(query: string, position: number): { before: string; at: string; after: string } {
  const token = tokensOf(query).find(({ start, end }) => start <= position && position < end);
  const end = Math.max(token?.end ?? 0, position);
  return { before: query.slice(0, position), at: query.slice(position, end), after: query.slice(end) };
}
