import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Answers } from "#app/domain/policies/return-question.ts";
import { documentOf } from "./policy-document.ts";
import type { PolicyForm } from "./policy-form.ts";
import type { OrderChoice, PreviewAnswer } from "./preview-pane.tsx";
import { PreviewPane } from "./preview-pane.tsx";
import { answersTo, questionsOfPreview } from "./preview-questions.ts";

const WAIT_MILLISECONDS = 400;

interface PreviewOfOrderProps {
  readonly form: PolicyForm;
  readonly isChanged: boolean;
  readonly newestOrders: readonly OrderChoice[];
}

/** Keeps the trial up to date with what is typed, a moment after the last key. */
export function PreviewOfOrder({ form, isChanged, newestOrders }: PreviewOfOrderProps) {
  const search = useFetcher<{ orders: OrderChoice[] }>();
  const trial = useFetcher<PreviewAnswer>();
  const [order, setOrder] = useState<OrderChoice>();
  const [reason, setReason] = useState("");
  const reasons = form.reasons.map(({ code }) => code);
  const chosen = reasons.includes(reason) ? reason : "";
  const [given, setGiven] = useState<Answers>({});
  const [hasPhoto, setHasPhoto] = useState(false);
  const types = trial.data?.kind === "lines" ? trial.data.draft.map(({ line }) => line.productType) : [];
  const questions = questionsOfPreview(form.questions, { reason: chosen, types, answers: given });
  const answers = JSON.stringify(answersTo(questions, given));
  const document = JSON.stringify(documentOf(form));
  const { submit } = trial;
  useEffect(() => {
    if (!order) return;
    const waiting = setTimeout(
      () =>
        submit(
          { document, order: order.gid, reason: chosen, answers, photo: hasPhoto ? "yes" : "no" },
          { method: "post", action: "/app/policy/preview" },
        ),
      WAIT_MILLISECONDS,
    );
    return () => clearTimeout(waiting);
  }, [document, order, chosen, answers, hasPhoto, submit]);
  return (
    <PreviewPane
      orders={search.data?.orders ?? newestOrders}
      onSearch={(text) => search.load(`/app/policy/preview?${new URLSearchParams({ q: text }).toString()}`)}
      order={order}
      onOrder={setOrder}
      reasons={reasons}
      reason={chosen}
      onReason={setReason}
      questions={questions}
      answers={given}
      onAnswer={(question, choice) => setGiven((before) => ({ ...before, [question]: choice }))}
      hasPhoto={hasPhoto}
      onPhoto={setHasPhoto}
      answer={order ? trial.data : undefined}
      isLoading={trial.state !== "idle"}
      isChanged={isChanged}
    />
  );
}
