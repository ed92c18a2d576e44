import { json } from "@remix-run/node";
import { z } from "zod";
import type { Staff } from "#app/http/admin.server.ts";
import { discardPolicyDraft, publishPolicy, rollBackPolicy, savePolicyDraft } from "#app/use-cases/policies/edit-policy.server.ts";
import type { PolicyVersionHead, StoredPolicyVersion } from "#app/use-cases/policies/ports.ts";
import { readLintedShop } from "#app/use-cases/policies/read-linted-shop.server.ts";
import { readPolicy } from "#app/use-cases/policies/read-policy.server.ts";
import { readVocabulary } from "#app/use-cases/policies/read-vocabulary.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ShopperLanguage } from "#app/domain/shops/languages.ts";
import { nearestLanguage, offeredLanguages } from "#app/domain/shops/languages.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { ordersToTry } from "./policy-preview.server.ts";
import { putOnPage, refreshPage, shopPageView } from "./shop-page.server.ts";
import { jsonField } from "./typed-values.server.ts";

/** What the policy page shows, as plain JSON. */
export async function policyPageData(ctx: ShopContext, staff: Staff) {
  const { published, draft, history } = await readPolicy(ctx);
  const [vocabulary, orders, lintedShop, shopPage] = await Promise.all([
    readVocabulary(ctx),
    ordersToTry(ctx, ""),
    readLintedShop(ctx),
    shopPageView(ctx),
  ]);
  const edited = draft ?? published;
  const { languages } = await readSettings(ctx, ["languages"]);
  return {
    languages: ownFirst(offeredLanguages(languages.value, ctx.shop.locale), ctx.shop.locale),
    server: { policy: edited.policy, revision: draft?.revision ?? 0, key: keyOf(edited) },
    published: { version: published.version, policy: published.policy },
    versions: history.map((version) => versionEntry(version, staff)),
    vocabulary,
    orders,
    lintedShop,
    shopPage,
  };
}

function ownFirst(offered: readonly ShopperLanguage[], shopLocale: string): ShopperLanguage[] {
  const own = nearestLanguage(shopLocale, offered);
  return [...(own ? [own] : []), ...offered.filter((language) => language !== own)];
}

/** What the page is told after a command: the state it led to, or why not. */
export type PolicyAnswer =
  | { readonly ok: true; readonly did: "saved" | "published" | "discarded" | "rolledBack" | "onPage"; readonly key: string }
  | { readonly ok: false; readonly code: string };

const commandSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), document: z.string().max(2_000_000), revision: z.coerce.number().int() }),
  z.object({ intent: z.literal("publish"), revision: z.coerce.number().int() }),
  z.object({ intent: z.literal("discard"), revision: z.coerce.number().int() }),
  z.object({ intent: z.literal("putOnPage") }),
  z.object({ intent: z.literal("rollBack"), to: z.coerce.number().int() }),
]);
type Command = z.infer<typeof commandSchema>;

/** Carries out what the policy page asks for. */
export async function answerPolicyCommand(ctx: ShopContext, staff: Staff, form: FormData) {
  const command = commandSchema.safeParse(Object.fromEntries(form));
  if (!command.success) return refused("invalid_request", 400);
  return carryOut(ctx, staff, command.data);
}

async function carryOut(ctx: ShopContext, { actor }: Staff, command: Command) {
  switch (command.intent) {
    case "save": {
      const saved = await savePolicyDraft(ctx, { document: jsonField(command.document) ?? null, revision: command.revision });
      return saved.ok ? done("saved", keyOf(saved.value)) : refused(saved.error.code);
    }
    case "publish": {
      const published = await publishPolicy(ctx, { revision: command.revision, actor });
      if (published.ok) await refreshPage(ctx, published.value.policy);
      return published.ok ? done("published", keyOf(published.value)) : refused(published.error.code);
    }
    case "putOnPage": {
      await putOnPage(ctx);
      return done("onPage", "");
    }
    case "discard": {
      const discarded = await discardPolicyDraft(ctx, { revision: command.revision });
      return discarded.ok ? done("discarded", "") : refused(discarded.error.code);
    }
    case "rollBack": {
      const rolledBack = await rollBackPolicy(ctx, { to: command.to, actor });
      if (rolledBack.ok) await refreshPage(ctx, rolledBack.value.policy);
      return rolledBack.ok ? done("rolledBack", keyOf(rolledBack.value)) : refused(rolledBack.error.code);
    }
  }
}

function done(did: Extract<PolicyAnswer, { ok: true }>["did"], key: string) {
  return json<PolicyAnswer>({ ok: true, did, key });
}

function refused(code: string, status = REFUSAL_STATUS[code] ?? 409) {
  return json<PolicyAnswer>({ ok: false, code }, { status });
}

const REFUSAL_STATUS: Readonly<Record<string, number>> = { invalid_policy: 422, unknown_version: 404 };

/** Changes whenever what the editor shows would change. */
function keyOf({ id, revision }: StoredPolicyVersion): string {
  return `${id}.${revision}`;
}

/** A version as the history shows it to this member of staff. */
export function versionEntry(head: PolicyVersionHead, { actor }: Staff) {
  const { version, status, publishedAt, publishedBy, updatedAt, copiedFrom } = head;
  return {
    version,
    status,
    publishedAt: publishedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
    by: whoOf(publishedBy ?? "system", actor),
    copiedFrom,
  };
}

function whoOf(by: string, actor: string) {
  if (by === actor) return { kind: "you" as const };
  return by.startsWith("staff:") ? { kind: "staff" as const, id: by.slice("staff:".length) } : { kind: "system" as const };
}
