import { expect, test } from "vitest";
import { Lanes, placeNames, type Named } from "./lanes";

function bracket(id: string, start: number, end: number): Named {
  return { id, start, end };
}

const laid = (items: readonly Named[], line?: number) => new Lanes(line).hold(items);
const shown = (lanes: Lanes, items: readonly Named[]) => Object.fromEntries(items.map(({ id }) => [id, lanes.of(id)]));

/** Many brackets, scattered. */
function many(count: number, length: number): Named[] {
  return Array.from({ length: count }, (_, i) => bracket(`${i}`, (i * 7919) % length, ((i * 7919) % length) + 5 + (i % 40) * 9));
}

function expectApart(lanes: Lanes, items: readonly Named[]): void {
  const last = new Map<number, number>();
  for (const { id, start, end } of [...items].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))) {
    const lane = lanes.of(id);
    expect(start).toBeGreaterThanOrEqual(last.get(lane) ?? 0);
    last.set(lane, end);
  }
}

test("brackets that overlap stand side by side, the longer nearer to the words", () => {
  const some = [bracket("short", 0, 10), bracket("long", 0, 500), bracket("later", 400, 600)];
  expect(shown(laid(some), some)).toEqual({ long: 0, short: 1, later: 1 });
});

test("brackets that may share a line do not share a lane", () => {
  expect(laid([bracket("a", 0, 10), bracket("b", 40, 50)], 70).of("b")).toBe(1);
  expect(laid([bracket("a", 0, 10), bracket("b", 80, 90)], 70).of("b")).toBe(0);
});

test("lanes do not depend on the order in which codings come", () => {
  const some = many(200, 900);
  expect(shown(laid([...some].reverse()), some)).toEqual(shown(laid(some), some));
});

test("no two brackets of a lane touch", () => {
  const some = many(2000, 90_000);
  expectApart(laid(some), some);
});

test("brackets keep their lanes while others come, go and move", () => {
  const some = many(500, 20_000);
  const lanes = laid(some);
  const before = shown(lanes, some);
  const now = [...some.slice(1), bracket("new", 300, 900), { ...some[0]!, end: some[0]!.end + 50 }];
  lanes.hold(now);
  expect(shown(lanes, some.slice(1))).toEqual(Object.fromEntries(Object.entries(before).filter(([id]) => id !== "0")));
  expectApart(lanes, now);
});

test("without brackets there is room for one", () => {
  expect(laid([]).width).toBe(1);
  expect(laid([bracket("a", 0, 9), bracket("b", 0, 9)]).hold([]).width).toBe(1);
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
