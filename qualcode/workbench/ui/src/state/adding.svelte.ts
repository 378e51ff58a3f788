/** Files on their way into the project, one after the other. */

import { troubleOf, Trouble } from "../api/client";
import type { FileResult } from "../api/shapes";
import { inOrder, isMeant, refusalOf } from "../logic/files";
import { speech, t } from "../words/words.svelte";
import { desk } from "./desk.svelte";

export interface Sent {
  name: string;
  file: File;
  /** Between 0 and 1 while its bytes are sent; 1 while it is read. */
  sent: number;
  state: "waits" | "goes" | "done";
  result: FileResult | null;
  trouble: { what: string; remedy: string } | null;
}

export const adding = $state({
  files: [] as Sent[],
  busy: false,
  /** These are the project's first files: the page that welcomes stays, to show what became of them. */
  welcome: false,
});

/** Files that come while others are being added wait behind them. */
export async function addFiles(files: readonly File[]): Promise<void> {
  const meant = inOrder(files.filter(({ name }) => isMeant(name))).map(entryOf);
  if (!meant.length) return;
  if (adding.busy) {
    adding.files.push(...meant);
    return;
  }
  adding.busy = true;
  adding.welcome ||= !desk.sources.length;
  adding.files = meant;
  try {
    for (let i = 0; i < adding.files.length; i++) if (adding.files[i]!.state === "waits") await add(adding.files[i]!);
  } finally {
    adding.busy = false;
  }
}

function entryOf(file: File): Sent {
  const refusal = refusalOf(file);
  const trouble = refusal && { what: t(refusal.what), remedy: t(refusal.remedy) };
  return { name: file.name, file, sent: 0, state: refusal ? "done" : "waits", result: null, trouble };
}

async function add(entry: Sent): Promise<void> {
  entry.state = "goes";
  try {
    const { files } = await send(entry.file, (sent) => (entry.sent = sent));
    entry.result = files[0] ?? null;
    if (files[0]?.error) entry.trouble = { what: files[0].error.what, remedy: files[0].error.remedy ?? "" };
    await desk.refresh();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    const away = { what: t("The workbench does not answer"), remedy: t("start `qualcode serve` again, and add the file anew") };
    entry.trouble = error.away ? away : { what: error.fault.what, remedy: error.fault.remedy ?? "" };
  } finally {
    entry.state = "done";
  }
}

/** `fetch` does not tell how much was sent; this older request does. */
function send(file: File, onSent: (share: number) => void): Promise<{ files: FileResult[] }> {
  const form = new FormData();
  form.append("files", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/sources");
    request.responseType = "json";
    request.setRequestHeader("Accept-Language", speech.language);
    request.upload.onprogress = ({ loaded, total }) => onSent(total ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve(request.response) : reject(troubleOf(request.response, request.status)));
    request.onerror = () => reject(new Trouble({ what: "", where: "", remedy: "" }, 0));
    request.send(form);
  });
}

/** Files of a drag, also those of dropped folders. */
export async function dropped(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.length) return [...transfer.files];
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (!isMeant(entry.name)) return [];
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesOf))).flat();
}
