import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Answers } from "#app/domain/policies/return-question.ts";
import { useGrades } from "./policy-choices.tsx";
import { documentOf } from "./policy-document.ts";
import type { ConditionForm, PolicyForm } from "./policy-form.ts";
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
  const known = useGrades();
  const grades = looksAtCondition(form) ? known : [];
  const [found, setFound] = useState("");
  const grade = grades.some(({ id }) => id === found) ? found : "";
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
          { document, order: order.gid, reason: chosen, answers, grade, photo: hasPhoto ? "yes" : "no" },
          { method: "post", action: "/app/policy/preview" },
        ),
      WAIT_MILLISECONDS,
    );
    return () => clearTimeout(waiting);
  }, [document, order, chosen, answers, grade, hasPhoto, submit]);
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
      grades={grades}
      grade={grade}
      onGrade={setFound}
      hasPhoto={hasPhoto}
      onPhoto={setHasPhoto}
      answer={order ? trial.data : undefined}
      isLoading={trial.state !== "idle"}
      isChanged={isChanged}
    />
  );
}

/** Whether a rule being edited looks at what an inspection found. */
function looksAtCondition({ rules }: PolicyForm): boolean {
  const looks = ({ on, conditions }: ConditionForm): boolean => on === "inspected_condition" || conditions.some(looks);
  return rules.some(({ isEnabled, conditions }) => isEnabled && conditions.some(looks));
}
