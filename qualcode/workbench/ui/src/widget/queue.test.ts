import { expect, test } from "vitest";
import type { Item } from "./messages";
import { begin, nextUnseen, progress, shown, stepped } from "./queue";

const remark = (reviewer: string, at: string, open = false) => ({ reviewer, at, is_open: open });

function item(id: string, more: { mine?: boolean; stands?: string[]; remarks?: object[] } = {}): Item {
  return { id, mine: false, stands: ["unseen"], remarks: [], ...more } as unknown as Item;
}

const QUEUE = [
  item("a", { stands: ["said"], remarks: [remark("dewi", "2026-01-01T10:00:00Z")] }),
  item("b"),
  item("c", { stands: ["open", "said", "waiting"], remarks: [remark("dewi", "2026-01-01T11:00:00Z", true), remark("rani", "2026-01-02T09:00:00Z")] }),
  item("own", { mine: true, stands: ["open", "said", "waiting"], remarks: [remark("dewi", "2026-01-01T09:00:00Z", true)] }),
  item("d"),
];
const ids = (items: readonly Item[]) => items.map(({ id }) => id);

test("a filter shows what waits, and keeps what one is at", () => {
  expect(ids(shown(QUEUE, "unseen"))).toEqual(["b", "d"]);
  expect(ids(shown(QUEUE, "unseen", "a"))).toEqual(["a", "b", "d"]);
  expect(ids(shown(QUEUE, "open"))).toEqual(["c", "own"]);
  expect(ids(shown(QUEUE, "waiting"))).toEqual(["c", "own"]);
});

test("progress counts others' codings only", () => {
  expect(progress(QUEUE)).toEqual({ looked: 2, all: 4 });
});

test("the next one not looked at comes round to the beginning, and is none where all are", () => {
  expect(nextUnseen(QUEUE, "b")?.id).toBe("d");
  expect(nextUnseen(QUEUE, "d")?.id).toBe("b");
  expect(nextUnseen([QUEUE[0]!, QUEUE[1]!], "b")).toBeNull();
});

test("a review goes on where one was, else after what one said last, else at the beginning", () => {
  expect(begin(QUEUE, "d", "dewi")?.id).toBe("d");
  expect(begin(QUEUE, "gone", "dewi")?.id).toBe("d");
  expect(begin(QUEUE, "", "sri")?.id).toBe("b");
  expect(begin([QUEUE[0]!], "", "dewi")?.id).toBe("a");
  expect(begin([], "", "dewi")).toBeNull();
});

test("steps stop at the ends", () => {
  expect(stepped(QUEUE, "d", 1)?.id).toBe("d");
  expect(stepped(QUEUE, "b", -1)?.id).toBe("a");
  expect(stepped(QUEUE, "none", 1)?.id).toBe("a");
});
