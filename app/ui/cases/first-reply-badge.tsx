import { Badge, type BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { FirstReplyRow } from "./case-json.ts";

const TONES: Readonly<Record<FirstReplyRow["kind"], BadgeProps["tone"]>> = {
  running: "info",
  breached: "critical",
  paused: undefined,
  met: "success",
  answered_late: "warning",
};

/** How the first reply stands: when it is due while it is open, how long it took when it is given. */
export function FirstReplyBadge({ firstReply, isDetailed = false }: { firstReply: FirstReplyRow; isDetailed?: boolean }) {
  const { t } = useTranslation("admin-cases");
  const { shortTime } = useShopFormat();
  const { kind, dueAt, elapsedMinutes } = firstReply;
  const isOpen = kind === "running" || kind === "breached";
  const minutes = elapsedMinutes % 60;
  const time =
    elapsedMinutes < 60
      ? t("firstReply.minutes", { count: minutes })
      : t("firstReply.hours", { hours: Math.floor(elapsedMinutes / 60), minutes });
  const after = isDetailed && (kind === "met" || kind === "answered_late");
  const text = after
    ? t(`firstReply.${kind}_after`, { time })
    : isOpen && dueAt
      ? t(`firstReply.${kind}`, { at: shortTime(dueAt) })
      : t(`firstReply.${kind === "breached" ? "breachedPaused" : kind}`);
  return <Badge tone={TONES[kind]}>{text}</Badge>;
}
