import { policyPageText } from "#app/domain/policies/policy-statements.ts";
import { readPolicy } from "#app/use-cases/policies/read-policy.server.ts";
import { impossibleIn } from "#app/use-cases/returns/possibilities.server.ts";
import { momentIn } from "./portal-moments.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";

/** The return policy that holds for orders placed now; anybody may read it. */
export async function policyStep({ ctx }: PortalCall): Promise<PortalAnswer> {
  const { published } = await readPolicy(ctx);
  const { policy, publishedAt, version } = published;
  const validFrom = version > 1 && publishedAt ? momentIn(ctx, publishedAt) : null;
  return { page: { page: "policy", text: policyPageText(policy, impossibleIn(ctx.shop)), validFrom }, at: "policy" };
}
