/** Files that a person drags in: which are meant, and which can be refused before they are sent. */

const LITTER = /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i;
const RECORDINGS = /\.(mp3|m4a|wav|ogg|opus|aac|flac|wma|amr|mp4|mov|avi|mkv|webm|3gp)$/i;
const ARCHIVES = /\.(zip|rar|7z|gz|tar)$/i;
const LARGEST_MB = 100;

/** What nobody means when dragging a folder: hidden files, locks of office programs, litter of file managers. */
export function isMeant(name: string): boolean {
  return !LITTER.test(name);
}

/** Why a file cannot be read, and what to do, where its name or size tells; null where it must be looked into. */
export function refusalOf({ name, size }: { name: string; size: number }): { what: string; remedy: string } | null {
  if (RECORDINGS.test(name)) {
    return { what: "this is a recording, not a transcript", remedy: "transcribe it first; what Whisper writes (.json, .vtt, .srt, .txt) can be added" };
  }
  if (ARCHIVES.test(name)) return { what: "this is an archive of files", remedy: "unpack it, and drag in the folder" };
  if (!size) return { what: "the file is empty", remedy: "leave it out, or save it again" };
  if (size > LARGEST_MB * 1024 * 1024) return { what: "the file is larger than 100 MB", remedy: "save it without its pictures, or as plain text" };
  return null;
}

/** W2 before W10, and W3 before its translation W3-en, which names it. */
export function inOrder<T extends { name: string }>(files: readonly T[]): T[] {
  const order = new Intl.Collator("en", { numeric: true }).compare;
  const stem = (name: string) => name.replace(/\.[^.]*$/, "");
  return [...files].sort((a, b) => order(stem(a.name), stem(b.name)) || order(a.name, b.name));
}
