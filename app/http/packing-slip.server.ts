import { formatDate } from "#app/ui/format.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";
import type { SlipSheet } from "#app/use-cases/labels/ports.ts";
import type { Slip } from "#app/use-cases/labels/read-slip.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { momentIn, reasonLabels } from "./portal-moments.server.ts";

/** A packing slip as a PDF in the reader's language; shown by the browser, which prints it. */
export async function slipResponse(ctx: ShopContext, slip: Slip, language: string): Promise<Response> {
  const pdf = await ctx.papers.slip(slipSheet(ctx, slip, language));
  return pdfResponse(pdf, `${slip.record.name.replace(/[^\w-]+/g, "")}.pdf`);
}

/** A PDF for one person: never cached, and nothing but a PDF. */
function pdfResponse(pdf: Uint8Array, fileName: string): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
    },
  });
}

/** Everything that the slip says. */
function slipSheet(ctx: ShopContext, slip: Slip, language: string): SlipSheet {
  const { record, sent, shopName, code, paper, address, note } = slip;
  const { t, locale } = shopperTranslator(language, ["portal"]);
  const reason = reasonLabels(language);
  const units = sent.flatMap(({ record: one }) => one.lines).reduce((all, { quantity }) => all + quantity, 0);
  // The receiver of a gift is not told whose order it was.
  const placed = sent
    .filter(({ record: one }) => !one.giftId)
    .map(({ record: one, placedAt }) => t("slip.orderOn", { name: one.orderName, date: formatDate(momentIn(ctx, placedAt), locale) }));
  const customer = record.customerName;
  return {
    paper,
    language: locale,
    title: t("slip.title"),
    shopName,
    returnName: record.name,
    code,
    codeCaption: t("slip.caption", { number: record.number, name: record.name }),
    facts: [...placed.map((order) => [t("slip.order"), order] as const), ...(customer ? ([[t("slip.customer"), customer]] as const) : [])],
    items: {
      heading: t("slip.items", { count: units }),
      lines: sent.flatMap(({ record: one }) =>
        one.lines.map(({ quantity, title, variantTitle, sku, reason: why }) => ({
          quantity: t("slip.quantity", { quantity }),
          title,
          // Where several orders share the parcel, each item says which it is of.
          detail: [sent.length > 1 ? one.orderName : "", variantTitle, sku, reason(why)].filter(Boolean).join(" · "),
        })),
      ),
    },
    steps: { heading: t("slip.how"), lines: [t("slip.step1"), t("slip.step2"), t("slip.step3"), t("slip.step4")] },
    note,
    address: {
      hint: t("slip.cut"),
      heading: t("slip.to"),
      lines: address,
      from: customer ? t("slip.from", { name: customer }) : "",
    },
  };
}
