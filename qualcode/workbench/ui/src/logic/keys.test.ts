import { expect, test } from "vitest";
import { commandOf, KEYS, written, type Pressed } from "./keys";

function press(key: string, held: Partial<Pressed> = {}): Pressed {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

test("no key has two commands", () => {
  const names = KEYS.flatMap(({ keys }) => keys.flatMap((key) => key.keys));
  expect(new Set(names).size).toBe(names.length);
});

test("letters, capitals and chords are told apart", () => {
  expect(commandOf(press("j"))).toBe("next");
  expect(commandOf(press("J", { shiftKey: true }))).toBe("extend");
  expect(commandOf(press("ArrowLeft", { shiftKey: true, altKey: true }))).toBe("start-back");
  expect(commandOf(press("z", { ctrlKey: true }))).toBe("undo");
  expect(commandOf(press("Z", { metaKey: true, shiftKey: true }))).toBe("redo");
});

test("a number key is the place of a code, unless something is held", () => {
  expect(commandOf(press("3"))).toBe(2);
  expect(commandOf(press("3", { ctrlKey: true }))).toBeNull();
});

test("what the browser does with other chords is left to it", () => {
  expect(commandOf(press("c", { ctrlKey: true }))).toBeNull();
  expect(commandOf(press("r", { ctrlKey: true }))).toBeNull();
});

test("keys are written as on the keyboard", () => {
  expect(written("Mod+Shift+z", false)).toEqual(["Ctrl", "⇧", "z"]);
  expect(written("Mod+z", true)).toEqual(["⌘", "z"]);
});
