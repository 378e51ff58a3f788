import { expect, test } from "vitest";
import type { Code, Codebook } from "../api/shapes";
import { looksOf } from "./look";
import { branchesOf, family, totalsOf } from "./tree";

function code(key: string, parent: string | null, codings: number, more: Partial<Code> = {}): Code {
  const depth = parent ? 1 : 0;
  return {
    id: key, seq: 1, key, framework: "stage", parent, position: 0, depth, name: { id: key.toUpperCase() }, definition: {}, include: {},
    exclude: {}, examples: {}, keywords: {}, not_keywords: {}, color: "", codings, changed_in: 1, ...more,
  };
}

const CODES = [code("sadar", null, 2, { color: "#004488" }), code("motivasi", "sadar", 3), code("mampu", null, 1)];
const BOOK: Codebook = {
  version: 1, key: "book", title: {}, languages: ["id"], seq: 1, codes: CODES,
  frameworks: [{ seq: 1, key: "stage", name: { id: "Tahap" }, definition: {} }],
};
const keys = (filter = "", shut: string[] = []) => branchesOf(BOOK, "id", filter, new Set(shut)).flatMap(({ rows }) => rows.map((row) => row.code.key));

test("a code counts its own codings and those below it", () => {
  expect(Object.fromEntries(totalsOf(CODES))).toEqual({ sadar: 5, motivasi: 3, mampu: 1 });
});

test("a filter keeps what is above a code that fits", () => {
  expect(keys("moti")).toEqual(["sadar", "motivasi"]);
});

test("a code that is folded hides what is below it, unless something is looked for", () => {
  expect(keys("", ["sadar"])).toEqual(["sadar", "mampu"]);
  expect(keys("moti", ["sadar"])).toEqual(["sadar", "motivasi"]);
});

test("a code without a colour has that of the code above it", () => {
  const looks = looksOf(BOOK, "id");
  expect(looks.get("motivasi")).toMatchObject({ color: "#004488", path: ["Tahap", "SADAR"], name: "MOTIVASI" });
  expect(looks.get("mampu")!.color).toMatch(/^#[0-9a-f]{6}$/);
});

test("a code's family is it and all below it", () => {
  expect([...family(CODES, "sadar")]).toEqual(["sadar", "motivasi"]);
});

