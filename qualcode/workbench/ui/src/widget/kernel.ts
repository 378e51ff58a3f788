/** The way to the kernel and back. */

import type { Fault } from "../api/shapes";
import type { Answer, Ask, Asking, Told } from "./messages";

/** What anywidget hands to a widget, as far as it is used here. */
export interface Model {
  send(message: Asking): void;
  on(event: "msg:custom", heard: (message: Answer) => void): void;
  off(event: "msg:custom", heard: (message: Answer) => void): void;
}

/** Something was asked that was not done, and why. */
export class Refused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.what);
  }
}

/** There is no kernel any more that this could be asked of. */
export class Gone extends Error {}

interface Waiting {
  done: (value: never) => void;
  failed: (why: Refused | Gone) => void;
}

export class Kernel {
  private readonly waiting = new Map<string, Waiting>();
  /** The same widget may be shown twice, and each view hears the answers to both. */
  private readonly view = Math.random().toString(36).slice(2);
  private number = 0;

  constructor(private readonly model: Model) {
    model.on("msg:custom", this.hear);
  }

  /** @throws {Refused | Gone} */
  ask<A extends Ask>(what: A): Promise<Told[A["do"]]> {
    const id = `${this.view}-${++this.number}`;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      try {
        this.model.send({ ...what, id });
      } catch {
        this.waiting.delete(id);
        failed(new Gone());
      }
    });
  }

  private readonly hear = (answer: Answer): void => {
    const asked = this.waiting.get(answer.to);
    if (!asked) return;
    this.waiting.delete(answer.to);
    if ("fault" in answer) asked.failed(new Refused(answer.fault));
    else asked.done(answer.done as never);
  };

  leave(): void {
    this.model.off("msg:custom", this.hear);
    this.waiting.clear();
  }
}
