import { expect, test } from "vitest";
import { isDark } from "./theme";

test("JupyterLab and VS Code say whether they are dark, else the system does", () => {
  expect(isDark({ jpThemeLight: "false" }, false)).toBe(true);
  expect(isDark({ jpThemeLight: "true" }, true)).toBe(false);
  expect(isDark({ vscodeThemeKind: "vscode-dark" }, false)).toBe(true);
  expect(isDark({ vscodeThemeKind: "vscode-high-contrast-light" }, true)).toBe(false);
  expect(isDark({}, true)).toBe(true);
});
