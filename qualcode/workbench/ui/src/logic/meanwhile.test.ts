import { expect, test } from "vitest";
import { caughtUp, sameIn } from "./meanwhile";

const before = { name: "Modal", definition: "Uang." };

test("what was changed elsewhere is followed where nothing was written here", () => {
  const draft = { name: "Modal usaha", definition: "Uang." };
  const caught = caughtUp(before, draft, { name: "Modal", definition: "Uang untuk mulai." });
  expect(caught).toEqual({ draft: { name: "Modal usaha", definition: "Uang untuk mulai." }, clashes: {} });
});

test("what both changed is told, and stays as it was written here", () => {
  const draft = { name: "Modal usaha", definition: "Uang." };
  const caught = caughtUp(before, draft, { name: "Uang", definition: "Uang." });
  expect(caught).toEqual({ draft, clashes: { name: "Uang" } });
});

test("both writing the same is no clash", () => {
  const same = { name: "Uang", definition: "Uang." };
  expect(caughtUp(before, same, same).clashes).toEqual({});
});

test("states are compared in what a change is about only", () => {
  const [one, other] = [{ claim: "A", codes: ["x"], name: "n" }, { claim: "A", codes: ["x"], name: "m" }];
  expect(sameIn(one, other, { claim: "B", codes: ["y"] })).toBe(true);
  expect(sameIn(one, other, { name: "o" })).toBe(false);
});
