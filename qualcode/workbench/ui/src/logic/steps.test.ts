import { expect, test } from "vitest";
import type { Step } from "../api/shapes";
import { stepsSaid } from "./steps";

const step = (seq: number, kind: string, changed: Step["changed"]): Step => ({ seq, at: "2026-01-02T03:04:05Z", actor: "rani", action: "code", words: "code", kind, changed });
const said = (...steps: Step[]) => stepsSaid(steps, (key) => key.toUpperCase(), (text) => text);

test("an event is one entry, with all that it changed", () => {
  const [first, second, ...none] = said(
    step(1, "coding", { code: [null, "awareness"], words: [null, "di rumah"], codebook_version: [null, 1] }),
    step(2, "coding", { code: ["awareness", "capital"], negative: [null, true] }),
    step(2, "memo", { text: ["Satu", "Dua"] }),
  );
  expect(first!.changes).toEqual(["Code: AWARENESS", "Words: di rumah"]);
  expect(second!.changes).toEqual(["Code: AWARENESS → CAPITAL", "Negative case: yes", "Memo: Satu → Dua"]);
  expect(none).toEqual([]);
});

test("what was taken away and what is long are told shortly", () => {
  const [one] = said(step(1, "memo", { text: ["Satu", null] }), step(1, "coding", { words: [null, "kata ".repeat(40)] }));
  expect(one!.changes[0]).toBe("Memo: Satu → —");
  expect(one!.changes[1]).toMatch(/^Words: .{90}…$/);
});
