/** What the browser keeps for us. It may forbid that, or have no room: then things are forgotten, and work goes on. */

type Where = "localStorage" | "sessionStorage";

export function keptText(name: string, where: Where = "localStorage"): string {
  try {
    return globalThis[where]?.getItem(name) ?? "";
  } catch {
    return "";
  }
}

export function keepText(name: string, text: string, where: Where = "localStorage"): void {
  try {
    globalThis[where]?.setItem(name, text);
  } catch {
    // see above
  }
}

/** Fields that were kept; of those that were not, the plain ones. */
export function keptFields<T extends object>(name: string, plain: T, where?: Where): T {
  try {
    return { ...plain, ...(JSON.parse(keptText(name, where) || "{}") as Partial<T>) };
  } catch {
    return plain;
  }
}
