import bwip from "bwip-js/node";
import PDFDocument from "pdfkit";
import type { PlayedShipment } from "./state.ts";

/** A sheet of 4 by 6 inches with the addresses and a barcode, as carriers print them. */
export async function labelPdf(shipment: PlayedShipment): Promise<Buffer> {
  const code = shipment.tracking_code ?? "";
  const barcode = await bwip.toBuffer({ bcid: "code128", text: code, includetext: true, scale: 3, height: 16 });
  const sheet = new PDFDocument({ size: [288, 432], margin: 20 });
  const parts: Buffer[] = [];
  sheet.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => sheet.on("end", () => resolve(Buffer.concat(parts))));
  const { carrier = "", service = "" } = shipment.selected_rate ?? {};
  sheet.fontSize(18).text(`${carrier} ${service}`).moveDown(0.5).fontSize(9);
  for (const [title, address] of [["FROM", shipment.from_address] as const, ["TO", shipment.to_address] as const]) {
    const { name, street1, city, zip, country } = address;
    sheet
      .text(title)
      .text([name, street1, [zip, city].join(" "), country].filter(Boolean).join("\n"))
      .moveDown();
  }
  sheet.image(barcode, 20, 300, { width: 248 });
  sheet.fontSize(8).text("Played by the EasyPost stand-in: no postage", 20, 404);
  sheet.end();
  return done;
}

export function codePng(shipment: PlayedShipment): Promise<Buffer> {
  return bwip.toBuffer({ bcid: "qrcode", text: shipment.tracking_code ?? shipment.id, scale: 6 });
}
