import { createContext, useCallback, useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldProblem } from "./use-edited-form.ts";

const Problems = createContext<readonly FieldProblem[]>([]);

/** What is wrong with the form below it; each field asks for its own. */
export function FieldProblems({ problems, children }: { problems: readonly FieldProblem[]; children: ReactNode }) {
  return <Problems.Provider value={problems}>{children}</Problems.Provider>;
}

/** The text to show beside the field at a path ("compensation.lateDelivery.rateBp"), or for anything beneath it. */
export function useFieldProblem(): (path: string) => string | undefined {
  const problems = useContext(Problems);
  const { t } = useTranslation("admin-promises");
  return useCallback(
    (path) => {
      const found = problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
      return found && t(`settingproblem.${found.code}`, found.params);
    },
    [problems, t],
  );
}
