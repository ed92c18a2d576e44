import { Badge, type BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CompensationStatus } from "#app/domain/compensation/compensation-status.ts";
import type { MovementState } from "#app/domain/compensation/ledger.ts";

const COMPENSATION_TONES: Readonly<Record<CompensationStatus, BadgeProps["tone"]>> = {
  planned: "info",
  awaiting_approval: "attention",
  approved: "info",
  sending: "info",
  paid: "success",
  failed: "critical",
  rejected: "enabled",
  voided: "enabled",
};

/** Where a compensation stands, in one word. */
export function CompensationBadge({ status }: { readonly status: CompensationStatus }) {
  const { t } = useTranslation("admin-promises");
  const tone = COMPENSATION_TONES[status];
  return <Badge {...(tone ? { tone } : {})}>{t(`compensationStatus.${status}`)}</Badge>;
}

const MOVEMENT_TONES: Readonly<Record<MovementState, BadgeProps["tone"]>> = {
  pending: "info",
  paid: "success",
  failed: "critical",
  voided: "enabled",
  reversed: "warning",
};

/** Where a movement of money stands, in one word. */
export function MovementBadge({ state }: { readonly state: MovementState }) {
  const { t } = useTranslation("admin-promises");
  const tone = MOVEMENT_TONES[state];
  return <Badge {...(tone ? { tone } : {})}>{t(`movementState.${state}`)}</Badge>;
}
