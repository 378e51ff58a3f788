/** Files made by the service: saved by the browser, with what is to be known of them. */

import { Trouble, troubleOf } from "../api/client";
import { speech, t } from "../words/words.svelte";
import { complain, say } from "./toasts.svelte";

/** Have a file made and save it; false where it could not be. */
export async function download(part: string, query: URLSearchParams, form: Record<string, string | Blob>): Promise<boolean> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(name, value);
  try {
    const answer = await fetch(`/api/export/${part}?${query}`, { method: "POST", body, headers: { "Accept-Language": speech.language } }).catch(() => {
      throw new Trouble({ what: "", where: "", remedy: "" }, 0);
    });
    if (!answer.ok) throw troubleOf(await answer.json(), answer.status);
    const name = `${part}.${String(form["form"])}`;
    save(await answer.blob(), name);
    const told = JSON.parse(decodeURIComponent(answer.headers.get("X-Notice") ?? "[]")) as string[];
    say(t("Saved: {file}", { file: name }), { detail: told.join(" ") });
    return true;
  } catch (error) {
    complain(error);
    return false;
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
