import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KEYS } from "../logic/keys";
import { KEYS as WIDGET_KEYS } from "../widget/keys";
import { ID } from "./id";
import { counted, speech, t } from "./words.svelte";

const ROOT = join(import.meta.dirname, "..");
const STRING = String.raw`"((?:[^"\\]|\\.)*)"`;

/** Texts that the code asks for by their words; those kept in tables are found as plain strings. */
function askedFor(): { texts: Set<string>; sources: string } {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" });
  const read = files.filter((name) => /\.(svelte|ts)$/.test(name) && !/\.test\.ts$|schema\.d|words.id\.ts$/.test(name));
  const sources = read.map((name) => readFileSync(join(ROOT, name), "utf8")).join("\n");
  const texts = new Set<string>();
  const add = (pattern: string) => {
    for (const [, ...found] of sources.matchAll(new RegExp(pattern, "g"))) for (const text of found) texts.add(text!);
  };
  add(String.raw`\b(?:t|says)\(\s*${STRING}`);
  add(String.raw`\b(?:t|says)\([^()"]*\? ${STRING} : ${STRING}`);
  add(String.raw`\bcounted\((?:[^"(]|\([^)]*\))*?, ["']((?:[^"'\\]|\\.)*)["'], ["']((?:[^"'\\]|\\.)*)["']`);
  return { texts, sources };
}

test("everything that the interface says is there in Indonesian", () => {
  const { texts } = askedFor();
  const keys = KEYS.flatMap(({ title, keys }) => [title, ...keys.map(({ text }) => text)]);
  keys.push(...WIDGET_KEYS.map(({ text }) => text));
  expect([...texts, ...keys].filter((text) => !(text in ID))).toEqual([]);
  expect(texts.size).toBeGreaterThan(150);
});

test("nothing is translated that is never said", () => {
  const { sources } = askedFor();
  const composed = /^(by|Stepping by) |: \{code\}$/;
  const said = (text: string) => sources.includes(`"${text}"`) || sources.includes(`'${text}'`) || composed.test(text);
  const ofService = new Set(["keywords", "learned", "semantic", "blend", "conclusion"]); // its words, said as they come
  expect(Object.keys(ID).filter((text) => !said(text) && !ofService.has(text) && !sources.includes(`${text}:`))).toEqual([]);
});

test("a translation keeps the fields of its text", () => {
  const fields = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([field]) => field).sort();
  expect(Object.entries(ID).filter(([text, said]) => `${fields(text)}` !== `${fields(said)}`)).toEqual([]);
});

test("fields are filled in, and numbers choose their form", () => {
  speech.language = "en";
  expect(t("Opening {source} …", { source: "W1" })).toBe("Opening W1 …");
  expect(counted(1, "{n} coding", "{n} codings")).toBe("1 coding");
  expect(counted(1234, "{n} coding", "{n} codings")).toBe("1,234 codings");
  speech.language = "id";
  expect(counted(1234, "{n} coding", "{n} codings")).toBe("1.234 pengodean");
  speech.language = "en";
});
