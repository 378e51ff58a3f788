/** Whether the notebook around is dark: JupyterLab and VS Code say so, else the system. */

const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

export function isDark({ jpThemeLight, vscodeThemeKind }: DOMStringMap, dark: boolean): boolean {
  if (jpThemeLight) return jpThemeLight === "false";
  if (vscodeThemeKind) return !vscodeThemeKind.endsWith("light");
  return dark;
}

/** Tell whenever it changes, and once at first; the result ends it. */
export function onTheme(tell: (dark: boolean) => void): () => void {
  const look = () => tell(isDark(document.body.dataset, system?.matches ?? false));
  const watch = new MutationObserver(look);
  watch.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-vscode-theme-kind"] });
  system?.addEventListener("change", look);
  look();
  return () => {
    watch.disconnect();
    system?.removeEventListener("change", look);
  };
}
