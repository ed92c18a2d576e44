import type { StandIn } from "../create-stand-in.ts";
import { BROWSER } from "./install-app.ts";

interface SettingUp {
  standIn: StandIn;
  /** Where the app answers a browser. */
  appUrl: string;
}

/** What the demo's merchant has set before anybody looks: shoppers may change orders that have not left. */
export async function setUpShop({ standIn, appUrl }: SettingUp): Promise<void> {
  const anyTime = { isOn: true, withinHours: null };
  const documents = { orderChanges: { value: { cancel: anyTime, address: anyTime }, version: 0 } };
  const answer = await fetch(`${appUrl}/app/settings/portal?_data=${encodeURIComponent("routes/app.settings.portal")}`, {
    method: "POST",
    headers: { authorization: `Bearer ${await standIn.sessionToken()}`, "user-agent": BROWSER },
    body: new URLSearchParams({ documents: JSON.stringify(documents), revision: "0" }),
    signal: AbortSignal.timeout(60_000),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`The app answered ${answer.status} when its portal was set up.`);
}
