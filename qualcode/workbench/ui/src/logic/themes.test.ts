import { expect, test } from "vitest";
import type { Step, Theme } from "../api/shapes";
import { changesSaid, placeOf, sameWhere, writtenOn } from "./themes";

const theme = (over: Partial<Theme> = {}) => ({ name: "modal", claim: "A.", verdicts: { interview: "Kuat." }, relations: {}, ...over }) as Theme;

test("what is written on a theme lies flat", () => {
  expect(writtenOn(theme({ relations: { document: "aligned" } }))).toEqual({ name: "modal", claim: "A.", "verdicts.interview": "Kuat.", "relations.document": "aligned" });
});

test("a change clashes only with another of the same field", () => {
  const now = theme({ claim: "B.", verdicts: { interview: "Lemah." } });
  expect(sameWhere(theme(), now, { name: "uang" })).toBe(true);
  expect(sameWhere(theme(), now, { verdicts: { document: "Diam." } })).toBe(true);
  expect(sameWhere(theme(), now, { claim: "C." })).toBe(false);
  expect(sameWhere(theme(), now, { verdicts: { interview: "Sedang." } })).toBe(false);
});

test("a theme is dropped before or after another", () => {
  const themes = [{ id: "a" }, { id: "b" }, { id: "c" }];
  expect(placeOf(themes, "c", "a", false)).toBe(0);
  expect(placeOf(themes, "a", "b", true)).toBe(1);
  expect(placeOf(themes, "a", "b", false)).toBeNull();
  expect(placeOf(themes, "b", "b", true)).toBeNull();
});

test("a history is told in sentences", () => {
  const t = (text: string) => text;
  const changed = { claim: [null, "A."], codes: [["x"], ["y"]], "verdicts.interview": ["Kuat.", null], "relations.document": ["aligned", "contradicts"] };
  expect(changesSaid({ changed } as unknown as Step, (code) => code.toUpperCase(), t)).toEqual([
    "claim: “A.”", "codes: + Y", "codes: − X", "interview: “Kuat.” → (nothing)", "document: in line → contradicts",
  ]); // prettier-ignore
});
