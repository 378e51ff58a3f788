/** A review as one view of the widget sees it: what is put up, where one is, what one is about to say. */

import type { Fault, Reader } from "../api/shapes";
import { keepText, keptText } from "../logic/kept";
import { looksOf } from "../logic/look";
import { counted, speech, t } from "../words/words.svelte";
import { Gone, Kernel, Refused, type Model } from "./kernel";
import type { Item, Opened, Queue, Remark } from "./messages";
import { begin, nextUnseen, progress, shown, stepped, type Filter } from "./queue";

export type Saying = Exclude<Remark, "agree"> | "answer";

/** Milliseconds from look to look at what others did, and until the kernel is said to be busy. */
const [PERIOD, PATIENCE] = [4000, 2500];

const SAID: Record<Remark, string> = {
  agree: "Agreed", query: "Question kept", comment: "Comment kept", propose: "Proposal kept", deviant: "Marked as negative case",
};

export class Review {
  opened = $state.raw<Opened | null>(null);
  queue = $state.raw<Queue>({ seq: 0, items: [], back: null });
  reader = $state.raw<Reader | null>(null);
  at = $state("");
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  filter = $state<Filter>("all");
  saying = $state<Saying | "">("");
  text = $state("");
  code = $state("");
  sheet = $state(false);
  /** What was done last, or why it was not. */
  notice = $state.raw<{ text: string; detail: string; trouble: boolean; undo: boolean } | null>(null);
  /** The kernel has not answered for a while. */
  slow = $state(false);
  busy = $state(false);

  readonly items = $derived(shown(this.queue.items, this.filter, this.at));
  readonly item = $derived(this.queue.items.find(({ id }) => id === this.at) ?? null);
  /** What the next remark is about: the chosen ones, else the one in view. */
  readonly subjects = $derived(this.chosen.size ? this.queue.items.filter(({ id }) => this.chosen.has(id)) : this.item ? [this.item] : []);
  readonly progress = $derived(progress(this.queue.items));
  readonly looks = $derived(this.opened ? looksOf(this.opened.codebook, this.opened.language) : new Map());

  private readonly kernel: Kernel;
  private readonly timer: ReturnType<typeof setInterval>;
  private looking = false;
  private cut = false;

  constructor(model: Model, inView: () => boolean) {
    this.kernel = new Kernel(model);
    this.timer = setInterval(() => inView() && !this.looking && void this.look(), PERIOD);
    void this.open();
  }

  leave(): void {
    clearInterval(this.timer);
    this.kernel.leave();
  }

  private complain({ what, where, remedy }: Fault): void {
    this.notice = { text: what, detail: [where, remedy].filter(Boolean).join(" · "), trouble: true, undo: false };
  }

  private gone(): void {
    clearInterval(this.timer);
    this.cut = true;
    const detail = t("Run this cell again; what you said is kept.");
    this.notice = { text: t("The kernel was started anew."), detail, trouble: true, undo: false };
  }

  private async open(): Promise<void> {
    await this.trying(async () => {
      const opened = await this.kernel.ask({ do: "open" });
      speech.language = opened.language;
      [this.opened, this.queue] = [opened, opened.queue];
      const first = begin(opened.queue.items, keptText(opened.key), opened.reviewer);
      if (first) this.go(first.id);
    });
  }

  /** See what others have done since. */
  async look(): Promise<void> {
    if (!this.opened) return;
    this.looking = true;
    try {
      await this.trying(async () => {
        const queue = await this.kernel.ask({ do: "look", since: this.queue.seq });
        if (queue) await this.take(queue);
      });
    } finally {
      this.looking = false;
    }
  }

  go(id: string): void {
    this.at = id;
    if (this.opened) keepText(this.opened.key, id); // an id, and no words;
    const source = this.item?.source;
    if (source && this.reader?.source !== source) void this.trying(() => this.read(source));
  }

  step(by: 1 | -1): void {
    const next = stepped(this.items, this.at, by);
    if (next) this.go(next.id);
  }

  onward(): void {
    const next = nextUnseen(this.queue.items, this.at);
    if (next) this.go(next.id);
  }

  choose(id: string, on = !this.chosen.has(id)): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(id);
    else chosen.delete(id);
    this.chosen = chosen;
  }

  /** All that show and are others'; none where they are chosen already. */
  chooseAll(): void {
    const all = this.items.filter(({ mine }) => !mine).map(({ id }) => id);
    this.chosen = all.every((id) => this.chosen.has(id)) ? new Set() : new Set(all);
  }

  /** Begin to say something; of one's own coding, that is an answer. */
  begin(what: Saying): void {
    if (!this.subjects.length) return;
    const own = this.subjects.some(({ mine }) => mine);
    if (own || what !== "answer") this.saying = own ? "answer" : what;
    if (what !== "propose") this.code = "";
  }

  letGo(): boolean {
    if (this.sheet) this.sheet = false;
    else if (this.saying) this.saying = "";
    else if (this.chosen.size) this.chosen = new Set();
    else return false;
    return true;
  }

  /** Agree, and go on at once; where it is refused, come back. */
  async agree(): Promise<void> {
    const about = this.others();
    if (!about.length) return;
    const [first, alone] = [about[0]!.id, about.length === 1 && !this.chosen.size];
    if (alone) this.onward();
    const done = await this.acting(() => this.kernel.ask({ do: "say", remark: "agree", codings: seen(about), text: "", code: "" }), said("agree", about));
    if (!done && alone && !this.saying) this.go(first);
  }

  /** Say what was typed; where it is refused, it stays. */
  async send(): Promise<void> {
    const { saying, text, code, item } = this;
    const about = this.others();
    if (!saying || this.busy) return;
    this.busy = true;
    try {
      if (saying === "answer") {
        if (item) await this.acting(() => this.kernel.ask({ do: "answer", coding: item.id, text: text.trim() }), t("Answer kept"));
      } else if (about.length) {
        await this.acting(() => this.kernel.ask({ do: "say", remark: saying, codings: seen(about), text: text.trim(), code }), said(saying, about));
      }
    } finally {
      this.busy = false;
    }
  }

  async undo(): Promise<void> {
    const { back } = this.queue;
    if (back) await this.acting(() => this.kernel.ask({ do: "undo", act: back.act }), `${t("Undone")}: ${back.words}`, false);
  }

  private others(): Item[] {
    return this.subjects.filter(({ mine }) => !mine);
  }

  /** Do something; what was typed and chosen for it is done with, unless something else was begun meanwhile. */
  private async acting(doing: () => Promise<Queue>, told: string, undo = true): Promise<boolean> {
    const { saying, text, chosen } = this;
    const done = await this.trying(async () => {
      const queue = await doing();
      if (this.saying === saying && this.text === text) [this.saying, this.text, this.code] = ["", "", ""];
      if (this.chosen === chosen) this.chosen = new Set();
      this.notice = { text: told, detail: "", trouble: false, undo };
      await this.take(queue);
    });
    if (!done && !this.cut) await this.look(); // it may have been refused for what somebody else did
    return done;
  }

  private async take(queue: Queue): Promise<void> {
    this.queue = queue;
    const there = new Set(queue.items.map(({ id }) => id));
    if ([...this.chosen].some((id) => !there.has(id))) this.chosen = new Set([...this.chosen].filter((id) => there.has(id)));
    if (!this.item) {
      const next = nextUnseen(queue.items, "") ?? queue.items[0];
      this.at = next?.id ?? "";
    }
    if (this.item) await this.read(this.item.source);
  }

  private async read(source: string): Promise<void> {
    const before = this.reader;
    const now = await this.kernel.ask({ do: "read", source });
    if (this.item?.source !== source) return;
    const same = before?.revision_id === now.revision_id; // then the page keeps its place
    this.reader = same ? { ...now, text: before.text, turns: before.turns } : now;
  }

  /** Do something with the kernel; why it was not done is shown. */
  private async trying(doing: () => Promise<void>): Promise<boolean> {
    const late = setTimeout(() => (this.slow = true), PATIENCE);
    try {
      await doing();
      return true;
    } catch (error) {
      if (error instanceof Gone) this.gone();
      else if (error instanceof Refused) this.complain(error.fault);
      else throw error;
      return false;
    } finally {
      clearTimeout(late);
      this.slow = false;
    }
  }
}

const seen = (items: readonly Item[]): Record<string, number> => Object.fromEntries(items.map(({ id, seq }) => [id, seq]));

function said(remark: Remark, items: readonly Item[]): string {
  if (items.length > 1) return counted(items.length, "Said of {n} coding", "Said of {n} codings");
  return `${t(SAID[remark])}: ${items[0]!.reference || items[0]!.source}`;
}
