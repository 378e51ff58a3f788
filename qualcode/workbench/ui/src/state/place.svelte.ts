/** Where a person is: the page, what is marked, what is picked. */

import type { Span } from "../logic/spans";
import type { Unit } from "../logic/units";

export const PAGES = ["read", "find", "themes", "review", "charts", "history"] as const;
export type Page = (typeof PAGES)[number];

class Place {
  page = $state<Page>("read");
  source = $state("");
  marked = $state.raw<Span | null>(null);
  /** Where the mark was begun, for marking more. */
  anchor: Span | null = null;
  picked = $state("");
  suggested = $state("");
  /** A note that is picked. */
  noted = $state("");
  /** Whether the notes on the source stand beside the text. */
  notes = $state(false);
  /** Whether a coding's history is unfolded. */
  history = $state(false);
  unit = $state<Unit>("turn");
  /** What codes are chosen for: the marked words, in place of a suggestion's, in place of a coding's. */
  palette = $state<"" | "code" | "instead" | "recode">("");
  /** Whether it is being said how far the source is coded through. */
  through = $state(false);
  sheet = $state(false);
  filtering = $state(0);
  noting = $state(0);
  /** A stretch to be scrolled to once its source is open. */
  wanted = $state.raw<Span | null>(null);

  /** Follow the address: `#/read/W1-zul/120-180`. */
  follow(): void {
    const [page = "", source = "", at = ""] = location.hash.replace(/^#\//, "").split("/").map(decoded);
    this.page = PAGES.find((known) => known === page) ?? "read";
    if (this.page !== "read") return;
    if (source !== this.source) this.letGo();
    if (source) this.source = source;
    const [start, end] = at.split("-").map(Number);
    if (end) this.wanted = { start: start!, end };
  }

  letGo(): void {
    [this.marked, this.anchor, this.picked, this.suggested, this.noted, this.palette] = [null, null, "", "", "", ""];
    this.notes = false;
  }

  mark(span: Span | null): void {
    this.letGo();
    [this.marked, this.anchor] = [span, span];
  }

  pick(id: string): void {
    this.letGo();
    this.picked = id;
  }

  suggest(id: string): void {
    this.letGo();
    this.suggested = id;
  }

  note(id: string): void {
    this.letGo();
    this.noted = id;
  }
}

export const place = new Place();

/** An address may be cut short, or typed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function address(page: Page, source = "", span: Span | null = null): string {
  const parts = [page, source, span ? `${span.start}-${span.end}` : ""].filter(Boolean);
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}
