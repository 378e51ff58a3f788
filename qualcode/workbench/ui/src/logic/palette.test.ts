import { expect, test } from "vitest";
import type { Look } from "./look";
import { matching, withUsed } from "./palette";

function look(key: string, name: string, ...path: string[]): Look {
  return { key, name, path, color: "#000000", definition: "" };
}

const LOOKS = [
  look("awareness", "Penyadaran", "Tahap"),
  look("motivation", "Motivasi", "Tahap", "Penyadaran"),
  look("promotion", "Promosi", "Strategi"),
  look("online_payment", "Pembayaran daring", "Strategi"),
  look("fear", "Takut ditipu", "Masalah"),
];
const found = (query: string, recent: string[] = []) => matching(query, LOOKS, recent).map(({ key }) => key);

test("a name that begins so comes before one that only holds the letters", () => {
  expect(found("mo")).toEqual(["motivation", "promotion"]);
});

test("words of a name can be begun in any order", () => {
  expect(found("dar pem")).toEqual(["online_payment"]);
});

test("scattered letters find a name", () => {
  expect(found("tdtp")).toEqual(["fear"]);
});

test("a code is found by what it stands under, last", () => {
  expect(found("penyadaran")).toEqual(["awareness", "motivation"]);
});

test("without letters, what was used last comes first", () => {
  expect(found("", ["fear", "promotion"]).slice(0, 3)).toEqual(["fear", "promotion", "awareness"]);
});

test("accents and case make no difference", () => {
  expect(matching("CAFE", [look("cafe", "Café")], [])).toHaveLength(1);
});

test("what fits nothing finds nothing", () => {
  expect(found("zzz")).toEqual([]);
});

test("a number key keeps its code; the tenth code takes the key not used for longest", () => {
  const slots = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const recent = ["i", "h", "g", "f", "e", "d", "b", "a"];
  expect(withUsed(slots, recent, "c")).toEqual(slots);
  expect(withUsed(slots, recent, "j")).toEqual(["a", "b", "j", "d", "e", "f", "g", "h", "i"]);
});
