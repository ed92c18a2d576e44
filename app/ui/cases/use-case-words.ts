import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { StaffRow } from "./case-json.ts";

/** The people of the shop as a page knows them: who is looking, and everyone with a name. */
export interface People {
  readonly me: string;
  readonly staff: readonly StaffRow[];
}

/** Names of people, and what a case is called. */
export function useCaseWords({ me, staff }: People) {
  const { t } = useTranslation("admin-cases");
  return useMemo(() => {
    const nameOf = (id: string) => staff.find((one) => one.id === id)?.name || t("case.staffUnnamed", { id: id.slice(-4) });
    return {
      nameOf,
      owner: (id: string | null) => (id === null ? t("case.nobody") : id === me ? t("case.me") : nameOf(id)),
      actor: (actor: string) => {
        if (actor === "customer") return t("case.customer");
        if (!actor.startsWith("staff:")) return t("case.system");
        const id = actor.slice("staff:".length);
        return id === me ? t("case.you") : nameOf(id);
      },
      title: ({ subject, type }: { subject: string; type: string }) => subject || t(`types.${type}`),
    };
  }, [me, staff, t]);
}
