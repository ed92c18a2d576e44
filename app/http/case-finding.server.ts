import { z } from "zod";
import type { CaseFinding } from "#app/ui/cases/case-json.ts";
import type { CaseEventRecord } from "#app/use-cases/cases/ports.ts";

const money = z.object({ minor: z.int(), currency: z.string() });
const pair = z.object({ shop: money, presentment: money });
const texts = z.union([z.string(), z.array(z.string())]);

/** Names under which an opened case may say where something is. */
const PLACES = ["returnName", "key", "keys", "gid", "message", "address"] as const;
/** Names under which it may say how much; of a pair, the customer's currency is shown. */
const AMOUNTS = ["amount", "ledger", "shopify", "ours", "shopifys", "owed", "bonus"] as const;

/** What the app found when it opened the case by itself; null for a case that began otherwise. */
export function findingOf(events: readonly CaseEventRecord[]): CaseFinding | null {
  const opened = events.find(({ kind }) => kind === "opened");
  const detail = opened?.detail ?? {};
  const code = z.string().safeParse(detail["code"] ?? detail["reason"]);
  if (!code.success || opened?.actor !== "system") return null;
  return {
    code: code.data,
    amounts: AMOUNTS.flatMap((name) => {
      const alone = money.safeParse(detail[name]);
      const amount = alone.success ? alone.data : pair.safeParse(detail[name]).data?.presentment;
      return amount ? [{ name, amount }] : [];
    }),
    where: PLACES.flatMap((name) => texts.safeParse(detail[name]).data ?? []).filter((text) => text !== ""),
  };
}
