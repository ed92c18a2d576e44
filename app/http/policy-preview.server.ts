import { json } from "@remix-run/node";
import { z } from "zod";
import { parseGid } from "#app/domain/shared/gid.ts";
import { plainText } from "#app/domain/shared/plain-text.ts";
import type { PreviewAnswer } from "#app/ui/policies/preview-pane.tsx";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { previewPolicy } from "#app/use-cases/policies/preview-policy.server.ts";
import { jsonField } from "./typed-values.server.ts";

const LISTED = 8;
const LOOKED_AT = 60;

/** The newest orders, or those that a text is found in. */
export async function ordersToTry(ctx: ShopContext, text: string) {
  const found = await ctx.transaction((tx) => tx.orders.search({ text: plainText(text).slice(0, 100), limit: LOOKED_AT }));
  // Nothing can be said yet about goods that were not sent, so those orders come last.
  const wasSent = (order: { fulfillmentStatus?: string }) => Number(order.fulfillmentStatus === "fulfilled");
  const shown = found.toSorted((a, b) => wasSent(b) - wasSent(a)).slice(0, LISTED);
  return shown.map(({ gid, name, customerName, processedAt }) => ({
    gid,
    name,
    customerName: customerName ?? null,
    processedAt: processedAt.toISOString(),
  }));
}

const previewSchema = z.object({
  document: z.string().max(2_000_000),
  order: z.string(),
  reason: z.string().max(64),
  answers: z.string().max(20_000).default("{}"),
  grade: z.string().max(40).default(""),
  photo: z.enum(["yes", "no"]).default("no"),
});

const answersSchema = z.record(z.string().max(64), z.string().max(1_000)).catch({});

/** What an order would get under the policy that was sent, beside the published one. */
export async function answerPreview(ctx: ShopContext, form: FormData) {
  const asked = previewSchema.safeParse(Object.fromEntries(form));
  const orderGid = asked.success ? parseGid("Order", asked.data.order) : undefined;
  if (!asked.success || !orderGid) return json<PreviewAnswer>({ kind: "order_unknown" }, { status: 400 });
  const { document, reason, answers, grade, photo } = asked.data;
  const said = {
    reason: reason === "" ? null : reason,
    answers: answersSchema.parse(jsonField(answers)),
    hasPhoto: photo === "yes",
    grade: grade === "" ? null : grade,
  };
  const preview = await previewPolicy(ctx, { document: jsonField(document) ?? null, orderGid, said });
  if (preview.ok) return json<PreviewAnswer>({ kind: "lines", ...preview.value });
  return json<PreviewAnswer>({ kind: preview.error.code === "invalid_policy" ? "policy_invalid" : "order_unknown" });
}
