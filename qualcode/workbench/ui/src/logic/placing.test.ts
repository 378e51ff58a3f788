import { expect, test } from "vitest";
import type { Code } from "../api/shapes";
import { spotAt, stepped, topOf } from "./placing";

const code = (key: string, framework: string, parent: string | null = null) => ({ key, framework, parent }) as Code;
const CODES = [
  code("awareness", "stage"),
  code("social", "stage", "awareness"),
  code("motivation", "stage", "awareness"),
  code("capacity", "stage"),
  code("capital", "problems"),
];

test("a code is dropped before, after or into another", () => {
  expect(spotAt(CODES, "capital", "motivation", "before")).toEqual({ parent: "awareness", framework: "stage", position: 1 });
  expect(spotAt(CODES, "capital", "motivation", "after")).toEqual({ parent: "awareness", framework: "stage", position: 2 });
  expect(spotAt(CODES, "capital", "capacity", "into")).toEqual({ parent: "capacity", framework: "stage", position: 0 });
  expect(topOf(CODES, "motivation", "problems")).toEqual({ parent: "", framework: "problems", position: 0 });
});

test("a code cannot go below itself, and going where it is is nothing", () => {
  expect(spotAt(CODES, "awareness", "motivation", "into")).toBeNull();
  expect(spotAt(CODES, "awareness", "awareness", "after")).toBeNull();
  expect(spotAt(CODES, "social", "motivation", "before")).toBeNull();
  expect(spotAt(CODES, "motivation", "awareness", "into")).toBeNull();
  expect(topOf(CODES, "capital", "problems")).toBeNull();
});

test("steps of the keyboard go among siblings, in and out", () => {
  expect(stepped(CODES, "motivation", "up")).toEqual({ parent: "awareness", framework: "stage", position: 0 });
  expect(stepped(CODES, "awareness", "down")).toEqual({ parent: "", framework: "stage", position: 1 });
  expect(stepped(CODES, "capacity", "in")).toEqual({ parent: "awareness", framework: "stage", position: 2 });
  expect(stepped(CODES, "motivation", "out")).toEqual({ parent: "", framework: "stage", position: 1 });
  expect([stepped(CODES, "awareness", "up"), stepped(CODES, "social", "in"), stepped(CODES, "capital", "out")]).toEqual([null, null, null]);
});
