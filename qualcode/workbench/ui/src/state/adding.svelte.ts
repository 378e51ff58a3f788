/** Files on their way into the project. */

import { troubleOf, Trouble } from "../api/client";
import type { FileResult } from "../api/shapes";
import { speech } from "../words/words.svelte";
import { desk } from "./desk.svelte";
import { complain } from "./toasts.svelte";

export const adding = $state({
  /** Between 0 and 1 while bytes are sent; 1 while the files are read. */
  sent: 0,
  busy: false,
  results: [] as FileResult[],
});

export async function addFiles(files: readonly File[]): Promise<void> {
  if (!files.length || adding.busy) return;
  [adding.busy, adding.sent] = [true, 0];
  try {
    const { files: results } = await send(files);
    adding.results = [...results, ...adding.results];
    await desk.refresh();
  } catch (error) {
    complain(error);
  } finally {
    adding.busy = false;
  }
}

/** `fetch` does not tell how much was sent; this older request does. */
function send(files: readonly File[]): Promise<{ files: FileResult[] }> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/sources");
    request.responseType = "json";
    request.setRequestHeader("Accept-Language", speech.language);
    request.upload.onprogress = ({ loaded, total }) => (adding.sent = total ? loaded / total : 0);
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
  if (entry.name.startsWith(".")) return [];
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
