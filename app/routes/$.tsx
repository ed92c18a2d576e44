import type { LoaderFunctionArgs } from "@remix-run/node";
import { unknownLink } from "#app/http/notice.server.ts";

/** Every address that is nothing here, such as a mail's link that was cut off. */
export function loader({ request }: LoaderFunctionArgs) {
  return unknownLink(request);
}

/** The same, whatever is sent to it. */
export function action({ request }: LoaderFunctionArgs) {
  return unknownLink(request);
}
