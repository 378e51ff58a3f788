/** A code on its way through the tree. */

import { spotAt, topOf, type Spot, type Where } from "../logic/placing";
import { desk } from "./desk.svelte";

class Dragging {
  /** Key of the code that is dragged. */
  code = $state("");
  /** Where it would go: beside or into the code, or at the top of the framework, of that key. */
  over = $state.raw<{ key: string; where: Where | "top"; spot: Spot } | null>(null);

  begin(key: string): void {
    [this.code, this.over] = [key, null];
  }

  /** Hold it somewhere; false where it cannot go there. */
  hold(key: string, where: Where | "top"): boolean {
    if (!this.code) return false;
    const codes = desk.codebook?.codes ?? [];
    const spot = where === "top" ? topOf(codes, this.code, key) : spotAt(codes, this.code, key, where);
    if (this.over?.key !== key || this.over.where !== where) this.over = spot && { key, where, spot };
    return spot !== null;
  }

  /** Let it go; where it was held. */
  drop(): { code: string; spot: Spot } | null {
    const found = this.over && { code: this.code, spot: this.over.spot };
    this.begin("");
    return found;
  }

  at(key: string): Where | "top" | "" {
    return this.over?.key === key ? this.over.where : "";
  }
}

export const dragging = new Dragging();
