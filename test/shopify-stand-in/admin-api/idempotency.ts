import { createHash } from "node:crypto";
import { GraphQLError, Kind, type GraphQLResolveInfo } from "graphql";
import type { ApiContext, Args } from "./context.ts";
import { badRequest } from "./errors.ts";

const DAY_MS = 24 * 3600 * 1000;

function keyOf(info: GraphQLResolveInfo): string {
  const directive = info.fieldNodes[0]?.directives?.find((one) => one.name.value === "idempotent");
  const value = directive?.arguments?.find((one) => one.name.value === "key")?.value;
  const key: unknown =
    value?.kind === Kind.VARIABLE ? info.variableValues[value.name.value] : value?.kind === Kind.STRING ? value.value : undefined;
  if (typeof key !== "string" || key === "")
    throw badRequest("The @idempotent directive is required for this mutation but was not provided.");
  return key;
}

function fingerprint(args: Args): string {
  return createHash("sha256").update(JSON.stringify(args)).digest("hex");
}

/**
 * Runs a mutation that demands `@idempotent(key:)`. The same key with the same input within a day gives the first answer's
 * record again, read anew; with another input it is refused. An attempt that ended in userErrors keeps no key.
 */
export function once(
  info: GraphQLResolveInfo,
  args: Args,
  ctx: ApiContext,
  work: { replay: (refundId: string) => unknown; run: () => { answer: unknown; refundId: string | null } },
): unknown {
  const key = keyOf(info);
  const name = `${info.fieldName}:${key}`;
  const now = ctx.world.clock.now();
  const known = ctx.shop.idempotency.get(name);
  if (known && now.getTime() - new Date(known.at).getTime() < DAY_MS) {
    if (known.fingerprint !== fingerprint(args)) {
      throw new GraphQLError("The idempotency key was used before with different parameters.", {
        extensions: { code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" },
      });
    }
    return work.replay(known.refundId ?? "");
  }
  const { answer, refundId } = work.run();
  if (refundId !== null)
    ctx.shop.idempotency.set(name, { key, mutation: info.fieldName, fingerprint: fingerprint(args), refundId, at: now.toISOString() });
  return answer;
}
