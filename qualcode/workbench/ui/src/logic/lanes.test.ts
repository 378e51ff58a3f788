import { expect, test } from "vitest";
import { lanesOf, placeNames, type Named } from "./lanes";

function bracket(id: string, start: number, end: number): Named {
  return { id, start, end };
}

test("brackets that overlap stand side by side, the longer nearer to the words", () => {
  const lanes = lanesOf([bracket("short", 0, 10), bracket("long", 0, 500), bracket("later", 400, 600)]);
  expect(Object.fromEntries(lanes)).toEqual({ long: 0, short: 1, later: 1 });
});

test("brackets that may share a line do not share a lane", () => {
  expect(lanesOf([bracket("a", 0, 10), bracket("b", 40, 50)], 70).get("b")).toBe(1);
  expect(lanesOf([bracket("a", 0, 10), bracket("b", 80, 90)], 70).get("b")).toBe(0);
});

test("lanes do not depend on the order in which codings come", () => {
  const some = Array.from({ length: 200 }, (_, i) => bracket(`${i}`, (i * 37) % 900, ((i * 37) % 900) + 20 + (i % 9) * 30));
  expect([...lanesOf([...some].reverse())].sort()).toEqual([...lanesOf(some)].sort());
});

test("no two brackets of a lane touch", () => {
  const some = Array.from({ length: 2000 }, (_, i) => bracket(`${i}`, (i * 7919) % 90_000, ((i * 7919) % 90_000) + 5 + (i % 40) * 9));
  const lanes = lanesOf(some);
  const last = new Map<number, number>();
  for (const { id, start, end } of [...some].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))) {
    const lane = lanes.get(id)!;
    expect(start).toBeGreaterThanOrEqual(last.get(lane) ?? 0);
    last.set(lane, end);
  }
});

test("names stay at their lines where there is room", () => {
  expect(placeNames([0, 40, 90], 200, 20)).toEqual([0, 40, 90]);
});

test("names that would cover each other move down, and up again from the end of the block", () => {
  expect(placeNames([0, 5, 10], 200, 20)).toEqual([0, 20, 40]);
  expect(placeNames([80, 85, 90], 100, 20)).toEqual([40, 60, 80]);
});

test("more names than a block has room for go on below it", () => {
  expect(placeNames([0, 0, 0], 20, 20)).toEqual([0, 20, 40]);
});
