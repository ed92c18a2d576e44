import { Badge, type BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";

const LOOKS: Readonly<Record<ReturnStatus, Pick<BadgeProps, "tone" | "progress">>> = {
  requested: { tone: "attention", progress: "incomplete" },
  approved: { tone: "info", progress: "incomplete" },
  in_transit: { tone: "info", progress: "partiallyComplete" },
  received: { tone: "info", progress: "partiallyComplete" },
  inspected: { tone: "info", progress: "partiallyComplete" },
  processing: { tone: "info", progress: "partiallyComplete" },
  refunded: { tone: "success", progress: "complete" },
  closed: { progress: "complete" },
  declined: {},
  cancelled: {},
};

/** Where a return stands. One that was paid says so even after it is closed. */
export function ReturnStatusBadge({ status, isPaid }: { status: ReturnStatus; isPaid: boolean }) {
  const { t } = useTranslation("admin-returns");
  const shown = status === "closed" && isPaid ? "refunded" : status;
  return <Badge {...LOOKS[shown]}>{t(`returnStatus.${shown}`)}</Badge>;
}

/** Shown when a step failed and somebody has to look, or has to choose before the next one. */
export function StoppedBadge({ errorCode }: { errorCode: string | null }) {
  const { t } = useTranslation("admin-returns");
  if (errorCode === "condition_choice") return <Badge tone="attention">{t("byCondition.state.waiting")}</Badge>;
  return errorCode === null ? null : <Badge tone="critical">{t("returnList.stopped")}</Badge>;
}

/** Shown when it comes in one parcel with returns of other orders. */
export function JointBadge({ isJoint }: { isJoint: boolean }) {
  const { t } = useTranslation("admin-returns");
  return isJoint ? <Badge>{t("returnList.joint")}</Badge> : null;
}
