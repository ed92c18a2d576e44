import { z } from "zod";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import type { OfferedResolution, ResolutionKind } from "#app/domain/policies/policy.ts";
import type { Story } from "./story.ts";

/** What a shop offers for every item, free of fees unless told otherwise. */
export type Offers = Partial<Record<ResolutionKind, Partial<OfferedResolution>>>;

/** The app answers robots with 410. */
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

const answered = z.object({ ok: z.literal(true), key: z.string() });

/** Publishes a policy that offers these for everything once staff have looked, and lets eight days pass: what is bought from then on is under it. */
export async function offerAfterReview(story: Story, offers: Offers): Promise<void> {
  const policy = defaultPolicy("USD");
  if (policy.otherwise.kind === "ineligible") throw new Error("The starter policy takes things back");
  const plain = { bonusBp: 0, restockingFeeBp: 0, takesReturnShippingFee: false, expectedDays: 3, creditExpiresAfterDays: null };
  const resolutions = (Object.keys(offers) as ResolutionKind[]).map((kind) => ({ kind, ...plain, ...offers[kind] }));
  const document = { ...policy, rules: [], questions: [], otherwise: { ...policy.otherwise, resolutions, approval: "review" } };
  const { key } = await command(story, { intent: "save", document: JSON.stringify(document), revision: "0" });
  await command(story, { intent: "publish", revision: key.split(".").at(-1) ?? "" });
  await story.control("/control/clock", { advance: "P8D" });
}

/** What the policy page sends, as a member of staff. */
async function command({ world }: Story, fields: Record<string, string>): Promise<z.infer<typeof answered>> {
  const answer = await fetch(`${world.webUrl}/app/policy?_data=routes%2Fapp.policy`, {
    method: "POST",
    headers: { authorization: `Bearer ${await world.standIn.sessionToken()}`, "user-agent": BROWSER },
    body: new URLSearchParams(fields),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`The policy page answers ${answer.status}: ${said.slice(0, 500)}`);
  return answered.parse(JSON.parse(said));
}
