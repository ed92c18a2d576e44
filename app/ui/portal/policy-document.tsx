import { renderToStaticMarkup } from "react-dom/server";
import type { PolicyPageText } from "#app/domain/policies/policy-statements.ts";
import { PolicyStatements } from "./policy-page.tsx";
import { createPortal } from "./portal.ts";

/** The policy as a page of the shop itself: its title, and its words as plain HTML with a way to the portal, in one language. */
export function policyDocument(text: PolicyPageText, { locale, portalUrl }: { readonly locale: string; readonly portalUrl: string }) {
  const portal = createPortal({ locale, base: "/", shopName: "", assetVersion: "" });
  const { t } = portal;
  const body = renderToStaticMarkup(
    <>
      {text.statements.length > 1 ? <p>{t("policyPage.lead")}</p> : null}
      <PolicyStatements portal={portal} text={text} />
      <p>
        <a href={portalUrl}>{t("policyPage.start")}</a>
      </p>
    </>,
  );
  return { title: t("policyPage.heading"), body };
}
