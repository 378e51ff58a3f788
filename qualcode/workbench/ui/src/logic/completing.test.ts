import { describe, expect, it } from "vitest";
import { completed, completionsOf, faulty, quoted } from "./completing";

const words = {
  operators: { and: "AND", dan: "AND", not: "NOT", bukan: "NOT", where: "WHERE", dengan: "WHERE", near: "NEAR", dekat: "NEAR" },
  flags: ["negative", "menentang"],
  fields: [
    { word: "kind", means: "kind", values: ["interview", "observation"] },
    { word: "jenis", means: "kind", values: ["interview", "observation"] },
    { word: "case", means: "case", values: ["Pak Zul", "Bu Lina"] },
    { word: "case.Umur", means: "case.Umur", values: ["44"] },
  ],
};
const look = (key: string, name: string) => ({ key, name, path: ["Stages"], color: "#004488", definition: "" });
const looks = [look("awareness", "Awareness"), look("capacity", "Capacity building")];
const frameworks = [{ key: "stage", name: "Stages" }];
const offered = (query: string, language = "en") =>
  completionsOf(query, query.length, words, looks, frameworks, language).map(({ text }) => text);

describe("what a query can go on with", () => {
  it("begins with codes and whole frameworks", () => {
    expect(offered("")).toContain("stage:*");
    expect(offered("aw")).toEqual(["awareness"]);
    expect(offered("building")).toEqual(["capacity"]);
  });

  it("joins codes by operators, in the language of the page", () => {
    expect(offered("awareness ")).toEqual(["AND", "NOT", "WHERE", "NEAR/3"]);
    expect(offered("awareness ", "id")).toEqual(["DAN", "BUKAN", "DENGAN", "DEKAT/3"]);
    expect(offered("awareness d")).toEqual(["DAN", "DENGAN", "DEKAT/3"]);
  });

  it("knows fields, how they are compared, and what they can be", () => {
    expect(offered("WHERE ")).toEqual(["kind", "case", "case.Umur", "negative", "NOT"]);
    expect(offered("WHERE kind ")).toEqual(["=", "!=", "~"]);
    expect(offered("WHERE kind = ")).toEqual(["interview", "observation"]);
    expect(offered("WHERE kind = interview, o")).toEqual(["observation"]);
    expect(offered("WHERE case = ")).toEqual(['"Pak Zul"', '"Bu Lina"']);
    expect(offered("WHERE kind = interview ")).toEqual(["AND", "NOT"]);
  });

  it("is written in place of what was begun", () => {
    const [first] = completionsOf("aw AND capacity", 2, words, looks, frameworks, "en");
    expect(completed("aw AND capacity", first!)).toEqual({ query: "awareness AND capacity", caret: 10 });
  });
});

it("quotes what a query could not read otherwise", () => {
  expect(quoted("awareness")).toBe("awareness");
  expect(quoted("Pak Zul")).toBe('"Pak Zul"');
});

it("shows the word that a fault is about", () => {
  expect(faulty("awarenes AND x", 0)).toEqual({ before: "", at: "awarenes", after: " AND x" });
  expect(faulty("a AND", 5)).toEqual({ before: "a AND", at: "", after: "" });
});
