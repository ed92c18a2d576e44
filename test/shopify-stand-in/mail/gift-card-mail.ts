import { plain } from "../money/amount.ts";
import type { GiftCardRecord } from "../state/credit-records.ts";
import type { Desk } from "../state/desk.ts";

/** Shopify's own mail with a new gift card's code. */
export function mailGiftCard({ world, shop }: Desk, card: GiftCardRecord, to: string): void {
  const amount = `${plain(card.initialValue)} ${card.initialValue.currency}`;
  const code = (card.code.match(/.{1,4}/g) ?? []).join(" ").toLowerCase();
  const until = card.expiresOn ? ` It is good until ${card.expiresOn}.` : "";
  world.mailbox.add({
    id: `mail-${world.ids.next("Mail")}`,
    at: world.clock.now().toISOString(),
    from: shop.shop.email,
    to: [to],
    subject: `Your ${amount} gift card from ${shop.shop.name}`,
    text: `${shop.shop.name}\n\nHere is your gift card of ${amount}.${until}\n\n${code}\n`,
    html: `<h1>${shop.shop.name}</h1><p>Here is your gift card of <strong>${amount}</strong>.${until}</p><p><code>${code}</code></p>`,
    headers: {},
    links: [],
  });
}
