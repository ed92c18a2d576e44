import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Decision, DecisionAnswer } from "./decisions.ts";

/** Sends a decision about the version that is on the screen. */
export function useDecision(version: number) {
  const { t } = useTranslation("admin-promises");
  const shopify = useAppBridge();
  const fetcher = useFetcher<DecisionAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer && answer.problem === undefined) shopify.toast.show(t(`compensationDone.${answer.decision}`));
  }, [answer, shopify, t]);
  return {
    decide: (decision: Decision, note = "") => fetcher.submit({ decision, note, version: String(version) }, { method: "post" }),
    isBusy: fetcher.state !== "idle",
    problem: answer?.problem,
  };
}
