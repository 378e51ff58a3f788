import { expect, test } from "vitest";
import type { Code } from "../api/shapes";
import { changesOf, draftOf } from "./draft";

const code = {
  id: "c1", seq: 3, key: "capital", framework: "problems", parent: null, position: 0, depth: 0,
  name: { id: "Modal", en: "Capital" }, definition: { "": "Uang." }, include: {}, exclude: {},
  examples: {}, keywords: { id: ["modal", "uang"] }, not_keywords: {}, color: "", codings: 2, changed_in: 1,
} as Code; // prettier-ignore

test("a form holds every text in every language, those for any language in each", () => {
  const draft = draftOf(code, ["id", "en"]);
  expect(draft).toMatchObject({ key: "capital", "name.en": "Capital", "definition.id": "Uang.", "keywords.id": "modal\nuang" });
});

test("only what was changed is sent, language by language", () => {
  const before = draftOf(code, ["id", "en"]);
  const after = { ...before, "name.en": "Money", "keywords.id": "modal\n\n dana ", "keywords.en": "capital", color: "#112233" };
  expect(changesOf(before, after)).toEqual({ name: { en: "Money" }, keywords: { id: ["modal", "dana"], en: ["capital"] }, color: "#112233" });
});

test("spaces at the ends are no change", () => {
  const before = draftOf(code, ["id"]);
  expect(changesOf(before, { ...before, "definition.id": " Uang. \n" })).toEqual({});
});
