/** Talking to the service: typed by its description, with errors as sentences. */

import createClient from "openapi-fetch";
import { speech } from "../words/words.svelte";
import type { paths } from "./schema";
import type { Coding, Fault } from "./shapes";

export const api = createClient<paths>({ baseUrl: "/" });

api.use({
  onRequest({ request }) {
    request.headers.set("Accept-Language", speech.language);
    return request;
  },
});

/** A request that was not done, and why. `status` 0: nobody answered. */
export class Trouble extends Error {
  constructor(
    readonly fault: Fault,
    readonly status: number,
    /** After a stale edit, the coding as it is now; null where it is gone. */
    readonly current: Coding | null | undefined = undefined,
  ) {
    super(fault.what);
  }

  get away(): boolean {
    return this.status === 0;
  }

  /** It is over once the service, or the project it serves, is there again. */
  get passing(): boolean {
    return this.away || this.status === 503;
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was asked for. @throws {Trouble} */
export async function ask<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch {
    throw new Trouble({ what: "", where: "", remedy: "" }, 0);
  }
  if (answer.response.ok) return answer.data as T;
  throw troubleOf(answer.error, answer.response.status);
}

export function troubleOf(error: unknown, status: number): Trouble {
  const told = (typeof error === "object" && error ? error : {}) as Partial<Fault> & { current?: Coding | null };
  return new Trouble({ what: told.what ?? "", where: told.where ?? "", remedy: told.remedy ?? "", position: told.position ?? null }, status, told.current);
}
