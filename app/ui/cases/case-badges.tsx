import { Badge, type BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CasePriority } from "#app/domain/cases/case-priority.ts";
import type { CaseStatus } from "#app/domain/cases/case-status.ts";

const STATUS_TONES: Readonly<Record<CaseStatus, BadgeProps["tone"]>> = {
  open: "attention",
  waiting_for_customer: "info",
  closed: undefined,
};

export function CaseStatusBadge({ status }: { status: CaseStatus }) {
  const { t } = useTranslation("admin-cases");
  return (
    <Badge tone={STATUS_TONES[status]} progress={status === "closed" ? "complete" : status === "open" ? "incomplete" : "partiallyComplete"}>
      {t(`statuses.${status}`)}
    </Badge>
  );
}

/** Normal is what needs no badge. */
export function PriorityBadge({ priority }: { priority: CasePriority }) {
  const { t } = useTranslation("admin-cases");
  if (priority === "normal") return null;
  return <Badge tone={priority === "urgent" ? "critical" : "warning"}>{t(`priorities.${priority}`)}</Badge>;
}
