/** The project as this tab sees it, kept in step with the service. */

import { api, ask, Trouble } from "../api/client";
import type { Codebook, Project, Reader, Source } from "../api/shapes";
import { kept, looksOf, type Look } from "../logic/look";
import { speech } from "../words/words.svelte";
import { complain } from "./toasts.svelte";

class Desk {
  project = $state.raw<Project | null>(null);
  sources = $state.raw<Source[]>([]);
  codebook = $state.raw<Codebook | null>(null);
  reader = $state.raw<Reader | null>(null);
  /** Name of the source that is being loaded. */
  opening = $state("");
  /** Why the first load failed. */
  trouble = $state.raw<Trouble | null>(null);
  online = $state(true);
  /** Counts what the rest of the page must look at again: themes, the queue, results. */
  news = $state(0);
  seq = 0;

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
      this.trouble = null;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.trouble = error;
      if (error.away) setTimeout(() => void this.start(), 2000);
      return;
    }
    this.follow();
  }

  /** Everything but the reader. */
  async refresh(): Promise<void> {
    const [project, sources, codebook] = await Promise.all([
      ask(api.GET("/api/project")),
      ask(api.GET("/api/sources")),
      ask(api.GET("/api/codebook")),
    ]);
    this.seq = Math.max(this.seq, project.seq);
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
    const now = await read(before.source);
    if (this.reader?.source !== before.source) return;
    const same = now.revision_id === before.revision_id;
    this.reader = same ? { ...now, text: before.text, turns: before.turns } : now;
  }

  /** After an act of ours: counts and what can be undone, a little later, for several acts at once. */
  settle = later(150, () => {
    this.news++;
    this.refresh().catch(complain);
  });

  /** After an act of somebody else. */
  private catchUp = later(100, () => {
    this.news++;
    Promise.all([this.refresh(), this.reread()]).catch(complain);
  });

  private follow(): void {
    const stream = new EventSource(`/api/events?since=${this.seq}`);
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      this.online = true;
      const { seq } = JSON.parse(data) as { seq: number };
      if (seq <= this.seq) return;
      this.seq = seq;
      this.catchUp();
    };
    stream.onerror = () => {
      this.online = false;
      if (stream.readyState !== EventSource.CLOSED) return;
      setTimeout(() => this.follow(), 2000);
    };
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
