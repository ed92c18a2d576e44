import { createContext, useCallback, useContext, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyProblem } from "#app/domain/policies/policy-problems.ts";

const Problems = createContext<readonly PolicyProblem[]>([]);

/** What is wrong with the document below it; each field asks for its own. */
export function FieldProblems({ problems, children }: { problems: readonly PolicyProblem[]; children: ReactNode }) {
  return <Problems.Provider value={problems}>{children}</Problems.Provider>;
}

/** The text to show beside the field at a path ("rules.0.outcome.windowDays"), or beneath it; undefined while nothing is wrong. */
export function useFieldProblem(): (path: string) => string | undefined {
  const problems = useContext(Problems);
  const { t } = useTranslation("admin-returns");
  return useCallback(
    (path) => {
      const found = problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
      return found && t(`policyproblem.${found.code}`, found.params);
    },
    [problems, t],
  );
}

/** How many problems a part of the document has. */
export function useProblemCount(path: string): number {
  return useContext(Problems).filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`)).length;
}
