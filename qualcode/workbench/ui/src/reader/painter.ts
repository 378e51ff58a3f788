/** Soft highlights without touching the text: ranges that the browser paints (CSS Custom Highlight API).
 *
 * The words stay one text node, so selecting, searching in the page and offsets are not disturbed by any number of
 * overlapping codings. A browser that lacks the API shows the brackets alone.
 */

export interface Stroke {
  range: Range;
  /** A colour to lay under the words, or the name of a fixed style. */
  paint: string;
}

const FIXED: Record<string, string> = {
  marked: "background-color: color-mix(in srgb, #f5b800 45%, transparent)",
  picked: "background-color: color-mix(in srgb, #f5b800 30%, transparent); text-decoration: underline 2px",
  suggested: "text-decoration: underline dotted 2px color-mix(in srgb, currentColor 55%, transparent)",
  chosen: "background-color: color-mix(in srgb, currentColor 10%, transparent); text-decoration: underline dotted 2px",
  evidence: "background-color: color-mix(in srgb, #f5b800 45%, transparent)",
};

let painters = 0;

export class Painter {
  private readonly prefix = `qualcode-${++painters}-`;
  private readonly sheet = new CSSStyleSheet();
  private readonly names = new Map<string, string>();

  constructor(private readonly root: Document | ShadowRoot = document) {
    root.adoptedStyleSheets.push(this.sheet);
  }

  /** Paint these and nothing else; later ones lie on top. */
  paint(strokes: Stroke[], dark: boolean): void {
    if (!("highlights" in CSS)) return;
    const groups = new Map<string, Highlight>();
    for (const { range, paint } of strokes) {
      const key = paint in FIXED ? paint : `${paint}${dark ? "d" : "l"}`;
      const name = this.names.get(key) ?? this.style(key, paint, dark);
      const group = groups.get(name) ?? new Highlight();
      groups.set(name, group.add(range));
    }
    for (const name of this.names.values()) {
      const group = groups.get(name);
      if (!group) CSS.highlights.delete(name);
      else {
        group.priority = Object.keys(FIXED).findIndex((fixed) => this.names.get(fixed) === name) + 1;
        CSS.highlights.set(name, group);
      }
    }
  }

  private style(key: string, paint: string, dark: boolean): string {
    const name = `${this.prefix}${this.names.size}`;
    const soft = dark ? `color-mix(in oklab, ${paint}, white 35%) 26%` : `${paint} 15%`;
    const css = FIXED[paint] ?? `background-color: color-mix(in srgb, ${soft}, transparent)`;
    this.sheet.insertRule(`::highlight(${name}) { ${css} }`);
    this.names.set(key, name);
    return name;
  }

  release(): void {
    for (const name of this.names.values()) CSS.highlights?.delete(name);
    this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }
}
