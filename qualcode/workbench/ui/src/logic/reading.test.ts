import { expect, test } from "vitest";
import type { Coding, Memo } from "../api/shapes";
import { blocksOf } from "./blocks";
import { clock, layOut, neighbour, stripsOf, STRIP } from "./reading";
import { byBlock, firstEndingAfter } from "./spans";

const coding = (id: string, start: number | null, end: number | null) => ({ id, start, end, code: "a" }) as Coding;
const marks = (codings: Coding[]) => ({ codings, suggestions: [], memos: [] });
const BLOCKS = [0, 10, 20].flatMap((start) => blocksOf(" ".repeat(start) + "x".repeat(8), []));

test("an item is found in every block that it reaches into", () => {
  const found = byBlock(BLOCKS, [{ start: 5, end: 12 }, { start: 20, end: 21 }, { start: 8, end: 10 }]);
  expect(found.map((items) => items.map(({ start }) => start))).toEqual([[5], [5], [20]]);
});

test("the block of a place is the first that ends after it", () => {
  expect([0, 7, 8, 10, 27, 99].map((place) => firstEndingAfter(BLOCKS, place))).toEqual([0, 0, 1, 1, 2, 3]);
});

test("after a change, blocks it does not touch keep their lists", () => {
  const some = [coding("a", 0, 4), coding("b", 10, 12)];
  const before = layOut(BLOCKS, marks(some));
  const after = layOut(BLOCKS, marks([...some, coding("c", 21, 22)]), before);
  expect(after.codings[0]).toBe(before.codings[0]);
  expect(after.codings[2]).toHaveLength(1);
  expect(after.lanes).toBe(before.lanes);
});

test("after a change, strips it does not touch stay what they were", () => {
  const many = Array.from({ length: 3 * STRIP }, (_, i) => ({ ...BLOCKS[0]!, start: i * 10, end: i * 10 + 8 }));
  const one = coding("a", 0, 4);
  const before = layOut(many, marks([one]));
  const after = layOut(many, marks([one, coding("b", STRIP * 10, STRIP * 10 + 5)]), before);
  expect(after.strips.map((strip, i) => strip === before.strips[i])).toEqual([true, false, true]);
  expect(after.strips[1]!.codings[0]).toHaveLength(1);
});

test("a coding without a place has no bracket", () => {
  expect(layOut(BLOCKS, marks([coding("lost", null, null)])).codings.flat()).toEqual([]);
});

test("notes stand with the words that they are on, those on the source with none", () => {
  const memo = (about: string, start: number | null) => ({ id: about, about, start, end: start === null ? null : start + 2 }) as Memo;
  const { notes } = layOut(BLOCKS, { codings: [], suggestions: [], memos: [memo("source", null), memo("span", 12)] });
  expect(notes.map((list) => list.map(({ id }) => id))).toEqual([[], ["span"], []]);
});

test("strips hold all blocks in order", () => {
  const many = Array.from({ length: 2 * STRIP + 3 }, () => BLOCKS[0]!);
  expect(stripsOf(many).map((strip) => strip.length)).toEqual([STRIP, STRIP, 3]);
});

test("the next item is the one after the chosen, else the first from the place on; the ends meet", () => {
  const items = [{ id: "a", start: 0, end: 1 }, { id: "b", start: 50, end: 60 }];
  expect(neighbour(items, "a", 0, 1)?.id).toBe("b");
  expect(neighbour(items, "b", 0, 1)?.id).toBe("a");
  expect(neighbour(items, "", 30, 1)?.id).toBe("b");
  expect(neighbour(items, "", 30, -1)?.id).toBe("a");
  expect(neighbour([], "", 0, 1)).toBeNull();
});

test("times are written as on a recorder", () => {
  expect([clock(65.4), clock(3725)]).toEqual(["1:05", "1:02:05"]);
});
