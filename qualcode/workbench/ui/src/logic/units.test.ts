import { expect, test } from "vitest";
import type { Turn } from "../api/shapes";
import type { Block } from "./blocks";
import { stepped, unitAt, unitsOf } from "./units";

/** Blocks one after the other; `P` asks, `I` answers, anything else is nobody's. */
function conversation(...said: [string, string][]): Block[] {
  let at = 0;
  return said.map(([who, text], i) => {
    const role = who === "P" ? "interviewer" : "informant";
    const turn = { number: i + 1, start: at, end: at + text.length, speaker: who, role, time: null, page: null } as Turn;
    const block = { start: at, end: at + text.length, text, turn: who ? turn : null, opens: true };
    at += text.length + 1;
    return block;
  });
}

const TALK = conversation(["", "Judul"], ["P", "Apa?"], ["I", "Ini. Dan itu."], ["I", "Lagi."], ["P", "Terus?"], ["P", "Ya?"], ["I", "Habis."]);

test("sentences are cut within turns, without the space between them", () => {
  const text = "Ini. Dan itu.";
  const sentences = unitsOf(conversation(["I", text]), "sentence", "id");
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(["Ini.", "Dan itu."]);
});

test("a passage is a question with its answers", () => {
  const starts = unitsOf(TALK, "passage", "id").map(({ start }) => TALK.findIndex((block) => block.start === start));
  expect(starts).toEqual([0, 1, 4]);
});

test("steps go to the next unit and the one before, and stop at the ends", () => {
  const units = unitsOf(TALK, "turn", "id");
  expect(stepped(units, null, 1)).toEqual(units[0]);
  expect(stepped(units, units[2]!, 1)).toEqual(units[3]);
  expect(stepped(units, units[2]!, -1)).toEqual(units[1]);
  expect(stepped(units, units[6]!, 1)).toEqual(units[6]);
  expect(stepped([], null, 1)).toBeNull();
});

test("from words in the middle of a turn, the next turn is next", () => {
  const units = unitsOf(TALK, "turn", "id");
  const inside = { start: units[2]!.start + 1, end: units[2]!.start + 3 };
  expect(stepped(units, inside, 1)).toEqual(units[3]);
});

test("a place between units belongs to the next", () => {
  const units = unitsOf(TALK, "turn", "id");
  expect(unitAt(units, units[1]!.end)).toEqual(units[2]);
});
