import { Banner, List } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { PolicyProblem } from "#app/domain/policies/policy-problems.ts";

interface PolicyBannersProps {
  readonly problems: readonly PolicyProblem[];
  /** Somebody else saved while there are changes of one's own. */
  readonly isStale: boolean;
  /** What the server refused last; undefined when nothing was. */
  readonly refusal: string | undefined;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** One banner at most: what stands in the way of saving or publishing, and what to do about it. */
export function PolicyBanners({ problems, isStale, refusal, onTakeTheirs, onKeepMine }: PolicyBannersProps) {
  const { t } = useTranslation("admin-returns");
  if (isStale)
    return (
      <Banner
        tone="warning"
        title={t("conflict.heading")}
        action={{ content: t("conflict.takeTheirs"), onAction: onTakeTheirs }}
        secondaryAction={{ content: t("conflict.keepMine"), onAction: onKeepMine }}
      >
        <p>{t("conflict.body")}</p>
      </Banner>
    );
  if (problems.length > 0)
    return (
      <Banner tone="critical" title={t("problems.heading", { count: problems.length })}>
        <List>
          {problems.slice(0, LISTED).map(({ path, code, params }) => (
            <List.Item key={`${path} ${code}`}>{t(`policyproblem.${code}`, params)}</List.Item>
          ))}
        </List>
      </Banner>
    );
  return refusal ? <Banner tone="warning">{t(`refused.${refusal}`)}</Banner> : null;
}

const LISTED = 5;
