import { expect, test } from "vitest";
import { commandOf, KEYS } from "./keys";

const pressed = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

test("every key does what the sheet says, and no key does two things", () => {
  const names = KEYS.flatMap(({ keys }) => keys);
  expect(new Set(names).size).toBe(names.length);
  for (const { command, keys } of KEYS) {
    const plain = keys[0]!.replace("Mod+", "").replace("Shift+", "");
    expect(commandOf(pressed(plain, { ctrlKey: keys[0]!.includes("Mod+"), shiftKey: keys[0]!.includes("Shift+") }))).toBe(command);
  }
});

test("the notebook's own keys with Ctrl, Command and Alt are no commands here", () => {
  expect(commandOf(pressed("s", { ctrlKey: true }))).toBeNull();
  expect(commandOf(pressed("a", { metaKey: true }))).toBeNull();
  expect(commandOf(pressed("q", { altKey: true }))).toBeNull();
});

test("undo is Ctrl+Z, and Command+Z on a Mac", () => {
  expect(commandOf(pressed("z", { ctrlKey: true }))).toBe("undo");
  expect(commandOf(pressed("z", { metaKey: true }))).toBe("undo");
  expect(commandOf(pressed("Z", { ctrlKey: true, shiftKey: true }))).toBeNull();
});
