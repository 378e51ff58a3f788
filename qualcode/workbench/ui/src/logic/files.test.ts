import { expect, it } from "vitest";
import { inOrder, isMeant, refusalOf } from "./files";

it("passes over what nobody means when dragging a folder", () => {
  expect([".DS_Store", "~$W1.docx", "Thumbs.db", "W1.docx"].filter(isMeant)).toEqual(["W1.docx"]);
});

it("says before sending why a file cannot be read, and what to do", () => {
  expect(refusalOf({ name: "W1.MP3", size: 9 })?.remedy).toContain("transcribe");
  expect(refusalOf({ name: "semua.zip", size: 9 })?.remedy).toContain("unpack");
  expect(refusalOf({ name: "W1.docx", size: 0 })?.what).toContain("empty");
  expect(refusalOf({ name: "W1.pdf", size: 2 ** 30 })?.what).toContain("100 MB");
  expect(refusalOf({ name: "W1.docx", size: 9 })).toBeNull();
});

it("adds an interview before its translation, and W2 before W10", () => {
  const names = inOrder([{ name: "W10.docx" }, { name: "W3-en.docx" }, { name: "W3.txt" }, { name: "W2.txt" }]).map(({ name }) => name);
  expect(names).toEqual(["W2.txt", "W3.txt", "W3-en.docx", "W10.docx"]);
});
