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

/** Later ones lie on top; all lie on colours of codes. */
const FIXED: Record<string, string> = {
  noted: "text-decoration: underline wavy 1px color-mix(in srgb, currentColor 55%, transparent)",
  suggested: "text-decoration: underline dotted 2px color-mix(in srgb, currentColor 55%, transparent)",
  chosen: "background-color: color-mix(in srgb, currentColor 10%, transparent); text-decoration: underline dotted 2px",
  evidence: "background-color: color-mix(in srgb, #f5b800 45%, transparent); color: CanvasText",
  picked: "background-color: color-mix(in srgb, #f5b800 30%, transparent); color: CanvasText; text-decoration: underline 2px",
  marked: "background-color: color-mix(in srgb, #f5b800 45%, transparent); color: CanvasText",
};

let painters = 0;

export class Painter {
  private readonly prefix = `qualcode-${++painters}-`;
  private readonly sheet = new CSSStyleSheet();
  private readonly groups = new Map<string, Highlight>();
  private readonly able = "highlights" in CSS;

  constructor(private readonly root: Document | ShadowRoot = document) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.sheet];
  }

  /** Paint these besides what is painted; the result takes them off again. */
  add(strokes: readonly Stroke[], dark: boolean): () => void {
    if (!this.able) return () => undefined;
    const added = strokes.map(({ range, paint }) => {
      const group = this.groupOf(paint, dark);
      group.add(range);
      return { group, range };
    });
    return () => {
      for (const { group, range } of added) group.delete(range);
    };
  }

  private groupOf(paint: string, dark: boolean): Highlight {
    const fixed = Object.keys(FIXED).indexOf(paint);
    const key = fixed >= 0 ? paint : `${paint}${dark}`;
    const known = this.groups.get(key);
    if (known) return known;
    const group = new Highlight();
    const name = this.prefix + this.groups.size;
    const soft = dark ? `color-mix(in oklab, ${paint}, white 35%) 26%` : `${paint} 15%`;
    const css = FIXED[paint] ?? `background-color: color-mix(in srgb, ${soft}, transparent)`;
    this.sheet.insertRule(`::highlight(${name}) { ${css} }`);
    group.priority = fixed + 1;
    this.groups.set(key, group);
    CSS.highlights.set(name, group);
    return group;
  }

  release(): void {
    for (let i = 0; i < this.groups.size; i++) CSS.highlights.delete(this.prefix + i);
    this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }
}
