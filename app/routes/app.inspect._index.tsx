import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminRequest } from "#app/http/admin.server.ts";
import { InspectPage } from "#app/ui/inspection/inspect-page.tsx";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { inspection } = await readSettings(ctx, ["inspection"]);
  return { shop: ctx.shop.domain, grades: inspection.value.grades };
}

export default function Inspect() {
  const { shop, grades } = useLoaderData<typeof loader>();
  return <InspectPage shop={shop} grades={grades} />;
}
