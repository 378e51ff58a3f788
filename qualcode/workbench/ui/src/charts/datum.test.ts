import { expect, it } from "vitest";
import type { Figure } from "../api/shapes";
import { aboutOf, cellAbout } from "./datum";

const about = (known: Partial<Record<"code" | "other" | "case" | "source" | "theme" | "kind", string>>) => ({ code: "", other: "", case: "", source: "", theme: "", kind: "", ...known });
const figure = (columns: ReturnType<typeof about>[], rows: ReturnType<typeof about>[]): Figure => ({
  title: "", notes: [], alt: "", spec: {},
  table: { columns: columns.map((each) => ({ title: "", about: each })), rows: rows.map((each) => ({ about: each, cells: [] })) },
});

it("knows the code of a bar, the code and informant of a cell, the codes of a pair", () => {
  const bars = figure([about({})], [about({ code: "awareness" })]);
  expect(aboutOf({ code: "awareness", informants: 3 }, bars)).toEqual(about({ code: "awareness" }));
  const matrix = figure([about({}), about({ case: "Pak Zul" }), about({ source: "D1" })], [about({ code: "awareness" })]);
  expect(aboutOf({ row: "awareness", column: "1" }, matrix)).toEqual(about({ code: "awareness", source: "D1" }));
  const pairs = figure([], [about({ code: "awareness", other: "human" })]);
  expect(aboutOf({ row: "awareness", column: "human" }, pairs)).toEqual(about({ code: "awareness", other: "human" }));
  expect(aboutOf({ row: "human", column: "human" }, pairs)).toEqual(about({ code: "human" }));
});

it("knows the interview of a bar of saturation, and that an axis is about nothing", () => {
  const saturation = figure([], [about({ source: "W1" }), about({ source: "W2" })]);
  expect(aboutOf({ interview: "2", new: 4 }, saturation)).toEqual(about({ source: "W2" }));
  expect(aboutOf({ value: 3 }, saturation)).toBeNull();
});

it("knows the theme and the kind of source of a cell", () => {
  const seen = figure([], [about({ theme: "a", kind: "interview" }), about({ theme: "a", kind: "document" }), about({ theme: "b", kind: "interview" })]);
  expect(aboutOf({ theme: "1", kind: "interview" }, seen)).toEqual(about({ theme: "b", kind: "interview" }));
});

it("puts row and column of a table together", () => {
  expect(cellAbout(about({ code: "awareness" }), about({ code: "licences" }))).toEqual(about({ code: "awareness", other: "licences" }));
  expect(cellAbout(about({ code: "awareness" }), about({ case: "Pak Zul" }))).toEqual(about({ code: "awareness", case: "Pak Zul" }));
});
