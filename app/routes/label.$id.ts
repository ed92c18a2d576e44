import type { LoaderFunctionArgs } from "@remix-run/node";
import { labelResponse } from "#app/http/label-form.server.ts";
import { linkedLabel } from "#app/http/linked-label.server.ts";
import { unknownLink } from "#app/http/notice.server.ts";

/** A label's file, for whoever has its link: the shopper who prints it, and Shopify. */
export async function loader(args: LoaderFunctionArgs) {
  const label = await linkedLabel(args);
  return label ? labelResponse(label) : unknownLink(args.request);
}
