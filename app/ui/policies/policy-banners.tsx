import { Banner, List, type BannerHandles } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyProblem } from "#app/domain/policies/policy-problems.ts";

interface PolicyBannersProps {
  readonly problems: readonly PolicyProblem[];
  /** How often saving was tried. */
  readonly attempts: number;
  /** Somebody else saved while there are changes of one's own. */
  readonly isStale: boolean;
  /** What the server refused last; undefined when nothing was. */
  readonly refusal: string | undefined;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

const LISTED = 5;

/** One banner at most: what stands in the way of saving or publishing, and what to do about it. */
export function PolicyBanners(props: PolicyBannersProps) {
  const { problems, attempts, isStale, refusal, onTakeTheirs, onKeepMine } = props;
  const { t } = useTranslation("admin-returns");
  const banner = useShownBanner(`${attempts} ${isStale} ${refusal}`);
  if (isStale)
    return (
      <Banner
        ref={banner}
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
      <Banner ref={banner} tone="critical" title={t("problems.heading", { count: problems.length })}>
        <List>
          {problems.slice(0, LISTED).map(({ path, code, params }) => (
            <List.Item key={`${path} ${code}`}>{t(`policyproblem.${code}`, params)}</List.Item>
          ))}
        </List>
      </Banner>
    );
  return refusal ? (
    <Banner ref={banner} tone="warning">
      {t(`refused.${refusal}`, { defaultValue: t("refused.invalid_policy") })}
    </Banner>
  ) : null;
}

/** Brings the banner into view and gives it the focus whenever there is something new to say; it may be far above what was edited. */
function useShownBanner(news: string) {
  const banner = useRef<BannerHandles>(null);
  useEffect(() => {
    banner.current?.focus();
  }, [news]);
  return banner;
}
