import type { LoaderFunctionArgs } from "@remix-run/node";
import { PORTAL_ASSETS } from "#app/ui/portal/assets.ts";
import type { PortalStep } from "#app/ui/portal/fields.ts";
import { EVIDENCE_RULES } from "#app/use-cases/returns/add-evidence.server.ts";
import { giftCodesStep, giftReceiptStep, giftRevokeStep, giftStep, postGiftCodesStep, postGiftStep } from "./portal-gift-steps.server.ts";
import { askStep, helpStep, reopenAsked, showQuestionStep, solvedStep } from "./portal-help-steps.server.ts";
import { appealStep, pictureStep } from "./portal-inspection-steps.server.ts";
import { postAddressStep, postCancelStep, showAddressStep, showCancelStep } from "./portal-order-change-steps.server.ts";
import { showItemsStep } from "./portal-items-page.server.ts";
import { postItemsStep } from "./portal-items-steps.server.ts";
import { findStep, ordersStep, postCodeStep, postFindStep, resendStep, showCodeStep, startStep } from "./portal-login-steps.server.ts";
import { learnPortalPath } from "#app/use-cases/returns/learn-portal-path.server.ts";
import { moreLabelStep, pickupCancelStep, pickupStep } from "./portal-parcel-steps.server.ts";
import { policyStep } from "./portal-policy-step.server.ts";
import type { PortalCall } from "./portal-request.server.ts";
import { portalCall } from "./portal-request.server.ts";
import type { PortalAnswer } from "./portal-response.server.ts";
import { message, respond } from "./portal-response.server.ts";
import { postConfirmStep, postOptionsStep, showConfirmStep, showOptionsStep } from "./portal-solution-steps.server.ts";
import { postTogetherStep, showTogetherStep } from "./portal-together-steps.server.ts";
import { cancelStep, insteadStep, photoStep, showStatusStep, slipStep } from "./portal-status-steps.server.ts";

/** A page, or an answer that is none (a PDF). */
type Step = (call: PortalCall) => Promise<PortalAnswer | Response> | PortalAnswer | Response;

const PAGES: Readonly<Partial<Record<PortalStep, Step>>> = {
  find: findStep,
  policy: policyStep,
  orders: ordersStep,
  together: showTogetherStep,
  code: showCodeStep,
  items: showItemsStep,
  cancelorder: (call) => showCancelStep(call),
  address: (call) => showAddressStep(call),
  options: showOptionsStep,
  confirm: showConfirmStep,
  status: (call) => showStatusStep(call),
  slip: slipStep,
  picture: pictureStep,
  help: (call) => helpStep(call),
  question: (call) => showQuestionStep(call),
  // Where a form was sent can be opened again: from the history, or after the language was changed.
  resend: (call) => (call.token ? showCodeStep(call) : startStep(call)),
  cancel: reopened,
  ask: (call) => reopenAsked(call) ?? reopened(call),
  solved: (call) => helpStep(call),
  appeal: reopened,
  instead: reopened,
  photo: reopened,
  label: reopened,
  pickup: reopened,
  pickupcancel: reopened,
  gift: giftStep,
  giftcodes: (call) => giftCodesStep(call),
  giftreceipt: giftReceiptStep,
  giftrevoke: (call) => giftCodesStep(call),
};

const FORMS: Readonly<Partial<Record<PortalStep, Step>>> = {
  find: postFindStep,
  code: postCodeStep,
  resend: resendStep,
  together: postTogetherStep,
  items: postItemsStep,
  cancelorder: postCancelStep,
  address: postAddressStep,
  options: postOptionsStep,
  confirm: postConfirmStep,
  cancel: cancelStep,
  ask: askStep,
  solved: solvedStep,
  appeal: appealStep,
  instead: insteadStep,
  photo: photoStep,
  label: moreLabelStep,
  pickup: pickupStep,
  pickupcancel: pickupCancelStep,
  gift: postGiftStep,
  giftcodes: postGiftCodesStep,
  giftrevoke: giftRevokeStep,
};

/** The receiver of a gift reaches these and nothing else of the order; the return that is made is followed by a link of its own. */
const WITH_GIFT: readonly PortalStep[] = ["items", "options", "confirm"];

function reopened(call: PortalCall): ReturnType<Step> {
  return call.token ? showStatusStep(call) : startStep(call);
}

/** Shopify replaces an answer from 500 on by a page of its own; below that the shopper reads ours, with a reference. */
const FAULT_STATUS = 424;

/** One request of the portal, from the proxy's signature to the page inside the theme. */
export async function servePortal(args: LoaderFunctionArgs): Promise<Response> {
  const asset = assetFor(args);
  if (asset) return asset;
  const call = await portalCall(args);
  if (call instanceof Response) return call;
  try {
    const answered = await answer(call);
    const response = answered instanceof Response ? answered : await respond(call, answered);
    await learnPortalPath(call.ctx, call.identity.base);
    return response;
  } catch (error) {
    const reference = call.ctx.ids.next();
    call.ctx.log.error({ error, reference, step: call.step, shopId: call.ctx.shop.shopId }, "A page of the portal failed");
    return respond(call, message("unavailable", FAULT_STATUS, { reference }));
  }
}

function answer(call: PortalCall): ReturnType<Step> {
  if (call.ctx.shop.uninstalledAt) return message("not-installed", 410);
  if (call.problem === "too_large") return message("photo-too-large", 413, { maxBytes: EVIDENCE_RULES.maxBytes });
  if (call.problem === "unreadable") return message("not-found", 400);
  if (!call.isPost && call.step === undefined) return startStep(call);
  const step = call.step && (call.isPost ? FORMS : PAGES)[call.step];
  if (!call.step || !step) return message("not-found", 404);
  return step(call.access?.gift && !WITH_GIFT.includes(call.step) ? { ...call, access: undefined } : call);
}

/** The style sheet and script of the page: the same for everybody, so neither signature nor shop is asked for. */
function assetFor({ request, params }: LoaderFunctionArgs): Response | undefined {
  const asset = request.method === "GET" ? PORTAL_ASSETS.get(params["*"] ?? "") : undefined;
  if (!asset) return undefined;
  return new Response(asset.body, {
    headers: {
      "Content-Type": asset.contentType,
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
