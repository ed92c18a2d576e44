import type { FoundReturn } from "./inspection-json.ts";

/** Asks which return a code is of; `offline` where no answer can be had. */
export async function lookUp(code: string): Promise<FoundReturn> {
  try {
    const answer = await fetch(`/app/inspect/find?code=${encodeURIComponent(code.trim())}`);
    return (await answer.json()) as FoundReturn;
  } catch {
    return { ok: false, code: "offline" };
  }
}
