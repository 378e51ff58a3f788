import { expect, test } from "vitest";
import type { Turn } from "../api/shapes";
import { blocksOf, inWords } from "./blocks";

const TEXT = "Wawancara W1\n\nP: Apa kabar?\n\nI: Baik.\n[tertawa]\nI: Terus?";

function turn(number: number, words: string, speaker: string): Turn {
  const start = TEXT.indexOf(words);
  return { number, start, end: start + words.length, speaker, role: speaker === "P" ? "interviewer" : "informant", time: null, page: null };
}

const TURNS = [turn(1, "Apa kabar?", "P"), turn(2, "Baik.", "I"), turn(3, "Terus?", "I")];

test("lines that nobody speaks get blocks of their own, labels of speakers do not", () => {
  expect(blocksOf(TEXT, TURNS).map(({ text }) => text)).toEqual(["Wawancara W1", "Apa kabar?", "Baik.", "[tertawa]", "Terus?"]);
});

test("each block stands where its words are", () => {
  for (const { start, end, text } of blocksOf(TEXT, TURNS)) expect(TEXT.slice(start, end)).toBe(text);
});

test("a speaker is named where another spoke before", () => {
  expect(blocksOf(TEXT, TURNS).map(({ opens }) => opens)).toEqual([false, true, true, false, false]);
});

test("a text without turns is one block", () => {
  expect(blocksOf("  Catatan\nlapangan ", []).map(({ start, text }) => [start, text])).toEqual([[2, "Catatan\nlapangan"]]);
});

test.each([
  ["to the start of the next turn", TEXT.indexOf("kabar"), TEXT.indexOf("Baik"), "kabar?"],
  ["from the end of the turn before", TEXT.indexOf("?") + 1, TEXT.indexOf("ik."), "Ba"],
  ["over several turns", TEXT.indexOf("kabar"), TEXT.indexOf("ik."), "kabar?\n\nI: Ba"],
])("words marked %s leave out the labels at their ends", (_, start, end, marked) => {
  const span = inWords(blocksOf(TEXT, TURNS), { start, end })!;
  expect(TEXT.slice(span.start, span.end)).toBe(marked);
});

test("a label alone has no words", () => {
  const start = TEXT.indexOf("I: Baik");
  expect(inWords(blocksOf(TEXT, TURNS), { start, end: start + 2 })).toBeNull();
});
