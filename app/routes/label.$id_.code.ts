import type { LoaderFunctionArgs } from "@remix-run/node";
import { labelResponse } from "#app/http/label-form.server.ts";
import { unknownLink } from "#app/http/notice.server.ts";
import { linkedLabel } from "#app/http/linked-label.server.ts";

/** The code that a counter prints the label from, for whoever has the label's link. */
export async function loader(args: LoaderFunctionArgs) {
  const label = await linkedLabel(args);
  return label?.code ? labelResponse({ ...label, ...label.code }) : unknownLink(args.request);
}
