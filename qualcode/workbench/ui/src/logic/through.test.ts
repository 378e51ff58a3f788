import { expect, test } from "vitest";
import type { Reading } from "../api/shapes";
import { throughOf, wholeBlocks } from "./through";

const BLOCKS = [{ start: 0, end: 10 }, { start: 12, end: 20 }, { start: 25, end: 30 }];
const reading = (start: number, end: number, codes: string[] = [], mine = true): Reading => ({ coder: "rani", mine, start, end, codes, at: "" });

test("a block is read once all of it is, whatever it was read in", () => {
  expect(throughOf(BLOCKS, [reading(0, 15)])).toEqual(["all", "", ""]);
  expect(throughOf(BLOCKS, [reading(14, 20), reading(0, 15)])).toEqual(["all", "all", ""]);
});

test("a block read for some codes is told from one read for all", () => {
  expect(throughOf(BLOCKS, [reading(0, 20, ["a"]), reading(12, 30)])).toEqual(["some", "all", "all"]);
});

test("what another coder read says nothing of one's own reading", () => {
  expect(throughOf(BLOCKS, [reading(0, 30, [], false)])).toEqual(["", "", ""]);
});

test("a mark that reaches into blocks stands for all of them", () => {
  expect(wholeBlocks(BLOCKS, { start: 5, end: 13 })).toEqual({ start: 0, end: 20 });
  expect(wholeBlocks(BLOCKS, { start: 21, end: 24 })).toEqual({ start: 21, end: 24 });
});
