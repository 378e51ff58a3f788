import { expect, test } from "vitest";
import { nudged, snapped, trimmed } from "./snap";

/** The text with the stretch marked by brackets, to be read at once. */
function shown(text: string, span: { start: number; end: number } | null): string {
  return span ? `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}` : text;
}

function marked(notation: string): [string, { start: number; end: number }] {
  const start = notation.indexOf("[");
  const end = notation.indexOf("]") - 1;
  return [notation.replace(/[[\]]/g, ""), { start, end }];
}

test.each([
  ["aku ti[dak per]nah minjem", "aku [tidak pernah] minjem"],
  ["aku[ tidak ]pernah", "aku [tidak] pernah"],
  ["batik-b[atik lama]", "[batik-batik lama]"],
  ["Jum[']at pagi", "[Jum'at] pagi"],
  ["sudah, t[api]", "sudah, [tapi]"],
  ["dia 🙂 se[nang]", "dia 🙂 [senang]"],
  ["cafe\u0301[s enak]", "[cafe\u0301s enak]"],
  ["takut[.]", "takut[.]"],
])("%s snaps to %s", (notation, expected) => {
  const [text, span] = marked(notation);
  expect(shown(text, snapped(text, span))).toBe(expected);
});

test("no half of an emoji is marked", () => {
  const text = "ya 🙂 baik";
  expect(trimmed(text, { start: 4, end: 5 })).toEqual({ start: 3, end: 5 });
  expect(trimmed(text, { start: 0, end: 4 })).toEqual({ start: 0, end: 5 });
});

test("white space alone is no mark", () => {
  expect(snapped("satu   dua", { start: 4, end: 7 })).toBeNull();
});

test("a mark drawn backwards or beyond the text is brought in order", () => {
  expect(trimmed("satu dua", { start: 99, end: 5 })).toEqual({ start: 5, end: 8 });
});

test("a word of ten thousand letters is one word", () => {
  const text = `a ${"x".repeat(10_000)} b`;
  expect(snapped(text, { start: 500, end: 501 })).toEqual({ start: 2, end: 10_002 });
});

test.each([
  ["end", 1, "satu [dua tiga] empat"],
  ["end", -1, "satu [dua] tiga empat"],
  ["start", -1, "[satu dua] tiga empat"],
] as const)("the %s moves by a word (%i)", (side, by, expected) => {
  const text = "satu dua tiga empat";
  expect(shown(text, nudged(text, { start: 5, end: 8 }, side, by))).toBe(expected);
});
