import { expect, test } from "vitest";
import { Gone, Kernel, Refused, type Model } from "./kernel";
import type { Answer, Asking } from "./messages";

/** A model of which the test is the kernel. */
function line() {
  const [asked, heard]: [Asking[], ((answer: Answer) => void)[]] = [[], []];
  const model: Model = {
    send: (message) => asked.push(message),
    on: (_, listener) => heard.push(listener),
    off: (_, listener) => heard.splice(heard.indexOf(listener), 1),
  };
  return { asked, model, heard, tell: (answer: Answer) => heard.forEach((listener) => listener(answer)) };
}

test("each view hears the answers to what it asked", async () => {
  const { asked, model, tell } = line();
  const [one, other] = [new Kernel(model), new Kernel(model)];
  const [first, second] = [one.ask({ do: "look", since: 1 }), other.ask({ do: "look", since: 2 })];
  expect(asked[0]!.id).not.toBe(asked[1]!.id);
  tell({ to: asked[1]!.id, done: "second" });
  tell({ to: asked[0]!.id, done: "first" });
  expect([await first, await second]).toEqual(["first", "second"]);
});

test("what was refused is an error with its sentence", async () => {
  const { asked, model, tell } = line();
  const answer = new Kernel(model).ask({ do: "read", source: "W9" });
  tell({ to: asked[0]!.id, fault: { what: "there is no source 'W9'", where: "", remedy: "did you mean W1?" } });
  await expect(answer).rejects.toMatchObject({ fault: { remedy: "did you mean W1?" } });
  await expect(answer).rejects.toBeInstanceOf(Refused);
});

test("a kernel that was started anew is told from one that refuses", async () => {
  const { model } = line();
  const cut = new Kernel({ ...model, send: () => { throw new Error("Cannot send"); } });
  await expect(cut.ask({ do: "open" })).rejects.toBeInstanceOf(Gone);
});

test("a view that has gone listens no more", () => {
  const { model, heard } = line();
  new Kernel(model).leave();
  expect(heard).toEqual([]);
});
