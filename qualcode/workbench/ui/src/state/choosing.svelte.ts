/** Choosing among many, of which most are not in the page: all but some, or some. */

import { SvelteSet } from "svelte/reactivity";

export class Choosing {
  /** Whether all are chosen but those named, or only those named. */
  all = $state(false);
  named = new SvelteSet<string>();

  has(id: string): boolean {
    return this.all !== this.named.has(id);
  }

  set(id: string, chosen: boolean): void {
    if (chosen === this.all) this.named.delete(id);
    else this.named.add(id);
  }

  setAll(chosen: boolean): void {
    this.all = chosen;
    this.named.clear();
  }

  count(total: number): number {
    return this.all ? total - this.named.size : this.named.size;
  }
}
