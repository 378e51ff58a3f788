/** The project as this tab sees it, kept in step with the service. */

import { api, ask, Trouble } from "../api/client";
import type { Codebook, Moved, Project, Reader, Source } from "../api/shapes";
import { kept, looksOf, type Look } from "../logic/look";
import { speech, t } from "../words/words.svelte";
import { place } from "./place.svelte";
import { complain, say } from "./toasts.svelte";

/** Milliseconds until a service that is away is asked again. */
const AGAIN = 1500;

class Desk {
  project = $state.raw<Project | null>(null);
  sources = $state.raw<Source[]>([]);
  codebook = $state.raw<Codebook | null>(null);
  reader = $state.raw<Reader | null>(null);
  /** Name of the source that is being loaded. */
  opening = $state("");
  /** Why the first load failed. */
  trouble = $state.raw<Trouble | null>(null);
  /** Why there is no answer now; `away` where nobody answers at all. */
  gone = $state.raw<Trouble | null>(null);
  /** An act is taking long: another program may be writing. */
  slow = $state(false);
  /** Counts what the rest of the page must look at again: themes, the queue, results. */
  news = $state(0);
  private seq = 0;
  private stream: EventSource | null = null;
  private suggested = "";

  private before: ReadonlyMap<string, Look> = new Map();
  /** How codes look; the same object while they look the same, so that a new count draws no transcript anew. */
  looks = $derived((this.before = this.codebook ? kept(looksOf(this.codebook, this.codeLanguage), this.before) : new Map()));

  get codeLanguage(): string {
    const has = this.codebook?.languages ?? [];
    return has.includes(speech.language) ? speech.language : (has[0] ?? speech.language);
  }

  async start(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.trouble = error;
      setTimeout(() => void this.start(), AGAIN);
      return;
    }
    this.trouble = null;
    [this.seq, this.suggested] = [this.project!.seq, this.project!.suggested];
    this.follow();
    document.addEventListener("visibilitychange", () => this.follow());
  }

  /** Everything but the reader. */
  async refresh(): Promise<void> {
    const all = async () => {
      const asked = [ask(api.GET("/api/project")), ask(api.GET("/api/sources")), ask(api.GET("/api/codebook"))] as const;
      const [project, sources, codebook] = await Promise.all(asked);
      return { seq: project.seq, project, sources, codebook };
    };
    const { project, sources, codebook } = await this.newest(all);
    [this.project, this.sources, this.codebook] = [project, sources, codebook];
  }

  async open(name: string): Promise<void> {
    if (this.reader?.source === name || this.opening === name) return;
    this.opening = name;
    try {
      const reader = await read(name);
      if (this.opening === name) this.reader = reader;
    } catch (error) {
      complain(error);
    } finally {
      if (this.opening === name) this.opening = "";
    }
  }

  /** The open source again; its text and turns stay the same objects where they are the same. */
  async reread(): Promise<void> {
    const before = this.reader;
    if (!before) return;
    const now = await this.newest(() => read(before.source));
    if (this.reader?.source !== before.source) return;
    const same = now.revision_id === before.revision_id;
    this.reader = same ? { ...now, text: before.text, turns: before.turns } : now;
  }

  /** An answer that was on its way while we acted knows nothing of it, and is asked for once more. */
  private async newest<T extends { seq: number }>(asking: () => Promise<T>): Promise<T> {
    const answer = await asking();
    return answer.seq < this.seq ? asking() : answer;
  }

  /** An act of ours became the event `seq`. Where others acted meanwhile, what they did is fetched. */
  did(seq: number): void {
    if (seq > this.seq + 1) this.catchUp();
    this.seq = Math.max(this.seq, seq);
  }

  /** After an act of ours: counts and what can be undone, a little later, for several acts at once. */
  settle = later(150, () => {
    this.news++;
    this.refresh().catch(complain);
  });

  /** After an act of somebody else, or of ours in another tab. */
  private catchUp = later(100, () => {
    this.news++;
    const picked = this.reader?.codings.find(({ id }) => id === place.picked);
    const caught = Promise.all([this.refresh(), this.reread()]).then(() => {
      const reader = this.reader;
      if (!picked || place.picked !== picked.id || reader?.source !== picked.source) return;
      if (reader.codings.some(({ id }) => id === picked.id)) return;
      place.letGo();
      say(t("The coding you were at was taken away elsewhere"), { detail: picked.reference, trouble: true });
    });
    caught.catch((error: unknown) => this.miss(error));
  });

  /** Hear what happens, while the tab is looked at: a browser allows six connections to a place, for all tabs together. */
  private follow(): void {
    this.stream?.close();
    this.stream = null;
    if (document.hidden) return;
    const stream = new EventSource(`/api/events?since=${this.seq}`);
    this.stream = stream;
    stream.onmessage = ({ data }: MessageEvent<string>) => this.hear(JSON.parse(data) as Moved);
    stream.onerror = () => {
      stream.close();
      // A stream may end for no reason at all: only where the service says so, or says nothing, is it gone.
      const there = ask(api.GET("/api/project")).then((project) => this.hear(project), (error: unknown) => this.miss(error));
      void there.finally(() => setTimeout(() => this.stream === stream && this.follow(), AGAIN));
    };
  }

  private hear({ seq, suggested }: Pick<Moved, "seq" | "suggested">): void {
    const behind = seq > this.seq || suggested !== this.suggested || this.gone !== null;
    [this.seq, this.suggested, this.gone] = [Math.max(this.seq, seq), suggested, null];
    if (behind) this.catchUp();
  }

  private miss(error: unknown): void {
    if (error instanceof Trouble) this.gone = error;
    else complain(error);
  }
}

function read(name: string): Promise<Reader> {
  return ask(api.GET("/api/sources/{name}/reader", { params: { path: { name } } }));
}

function later(milliseconds: number, doing: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(doing, milliseconds);
  };
}

export const desk = new Desk();
