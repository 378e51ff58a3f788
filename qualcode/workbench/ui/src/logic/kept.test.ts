import { afterEach, expect, test, vi } from "vitest";
import { keepText, keptFields, keptText } from "./kept";

function browser(storage: Partial<Storage>): void {
  vi.stubGlobal("localStorage", storage);
}

afterEach(() => vi.unstubAllGlobals());

test("what was kept is found again, and what was not is plain", () => {
  const kept = new Map<string, string>();
  browser({ getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => void kept.set(name, text) });
  keepText("prefs", '{"theme":"dark"}');
  expect(keptText("prefs")).toBe('{"theme":"dark"}');
  expect(keptFields("prefs", { theme: "auto", slots: ["a"] })).toEqual({ theme: "dark", slots: ["a"] });
});

test("a browser that forbids it, or that kept something broken, hinders nobody", () => {
  const refuse = () => { throw new DOMException("denied", "SecurityError"); };
  browser({ getItem: refuse, setItem: refuse });
  keepText("prefs", "{}");
  expect(keptText("prefs")).toBe("");
  browser({ getItem: () => "{broken" });
  expect(keptFields("prefs", { theme: "auto" })).toEqual({ theme: "auto" });
});

test("a page that may not even look at the storage is told nothing", () => {
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: () => { throw new DOMException("denied", "SecurityError"); } });
  try {
    expect(keptText("prefs")).toBe("");
  } finally {
    Reflect.deleteProperty(globalThis, "localStorage");
  }
});
