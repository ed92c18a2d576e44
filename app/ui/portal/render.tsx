import { renderToStaticMarkup } from "react-dom/server";
import type { TranslatorOptions } from "#app/ui/translator.ts";
import { ConfirmView } from "./confirm-page.tsx";
import { CodeView, FindView, OrdersView } from "./find-page.tsx";
import { GiftCodesView } from "./gift-codes-page.tsx";
import { GiftView } from "./gift-page.tsx";
import { GiftReceiptView } from "./gift-receipt-page.tsx";
import { HelpView, QuestionView } from "./help-page.tsx";
import { ItemsView } from "./items-page.tsx";
import { Footer } from "./layout.tsx";
import { MessageView } from "./message-page.tsx";
import { CancelOrderView, ChangeAddressView, OrderChangedView } from "./order-change-pages.tsx";
import { OptionsView } from "./options-page.tsx";
import { PolicyTextView } from "./policy-page.tsx";
import { createPortal } from "./portal.ts";
import type { Portal } from "./portal.ts";
import { StatusView } from "./status-page.tsx";
import { TogetherView } from "./together-page.tsx";
import type { PortalFrame, PortalPage } from "./view-models.ts";

export interface RenderOptions extends TranslatorOptions {
  /** True for an answer to `fragment=1`: the page without its style sheet and script, which the asking page has already. */
  readonly fragment?: boolean;
}

/**
 * One portal page as HTML for an `application/liquid` answer. Every "{" becomes "&#123;", so that neither an order's, a product's nor a
 * shopper's text can be run as Liquid by Shopify; the page holds no inline script or style, where that would not be allowed.
 */
export function renderPortalPage(page: PortalPage, frame: PortalFrame, options: RenderOptions = {}): string {
  const portal = createPortal({ ...frame, base: frame.base.replace(/\/+$/, "") || "/" }, options);
  return inertForLiquid(renderToStaticMarkup(<PortalRoot portal={portal} page={page} isFragment={options.fragment ?? false} />));
}

/** Markup that Liquid has nothing to do with: without "{" there is no tag and no output. */
function inertForLiquid(markup: string): string {
  return markup.replaceAll("{", "&#123;");
}

declare module "react" {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- this is how React's types take a custom element
  namespace JSX {
    interface IntrinsicElements {
      "amends-portal": React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string };
    }
  }
}

function PortalRoot({ portal, page, isFragment }: { readonly portal: Portal; readonly page: PortalPage; readonly isFragment: boolean }) {
  const { frame } = portal;
  const asset = (file: string) => `${frame.base}/${file}?v=${encodeURIComponent(frame.assetVersion)}`;
  return (
    <>
      {isFragment ? null : <link href={asset("portal.css")} rel="stylesheet" />}
      <amends-portal
        lang={portal.locale}
        class="amends-portal"
        data-page={page.page}
        data-address={frame.address}
        data-busy={portal.t("frame.busy")}
      >
        <div role="region" aria-label={portal.t("frame.label")} className="amends-page">
          <PageView portal={portal} page={page} />
          <Footer portal={portal} />
        </div>
      </amends-portal>
      {isFragment ? null : <script src={asset("portal.js")} defer />}
    </>
  );
}

function PageView({ portal, page }: { readonly portal: Portal; readonly page: PortalPage }) {
  switch (page.page) {
    case "find":
      return <FindView portal={portal} page={page} />;
    case "orders":
      return <OrdersView portal={portal} page={page} />;
    case "code":
      return <CodeView portal={portal} page={page} />;
    case "together":
      return <TogetherView portal={portal} page={page} />;
    case "items":
      return <ItemsView portal={portal} page={page} />;
    case "options":
      return <OptionsView portal={portal} page={page} />;
    case "confirm":
      return <ConfirmView portal={portal} page={page} />;
    case "status":
      return <StatusView portal={portal} page={page} />;
    case "help":
      return <HelpView portal={portal} page={page} />;
    case "question":
      return <QuestionView portal={portal} page={page} />;
    case "policy":
      return <PolicyTextView portal={portal} page={page} />;
    case "cancel-order":
      return <CancelOrderView portal={portal} page={page} />;
    case "change-address":
      return <ChangeAddressView portal={portal} page={page} />;
    case "order-changed":
      return <OrderChangedView portal={portal} page={page} />;
    case "gift":
      return <GiftView portal={portal} page={page} />;
    case "gift-codes":
      return <GiftCodesView portal={portal} page={page} />;
    case "gift-receipt":
      return <GiftReceiptView portal={portal} page={page} />;
    case "message":
      return <MessageView portal={portal} page={page} />;
  }
}
