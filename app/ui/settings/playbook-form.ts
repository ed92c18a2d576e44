import { READY_MADE_PLAYBOOKS } from "#app/domain/playbooks/ready-made.ts";
import type { PlaybookSettings } from "#app/domain/playbooks/playbook-settings.ts";
import type { SilenceSettings } from "#app/domain/promises/silence.ts";
import type { SurveySettings } from "#app/domain/surveys/may-ask.ts";
import { typedNumber } from "#app/ui/typed-text.ts";

export interface RouteForm {
  readonly fromCountry: string;
  readonly toCountry: string;
  readonly workdays: string;
}

/** Which playbooks run, and what they depend on. */
export interface PlaybookForm {
  readonly switchedOn: readonly string[];
  readonly isSilenceEnabled: boolean;
  readonly silentWorkdays: string;
  readonly firstScanWorkdays: string;
  readonly routes: readonly RouteForm[];
  readonly touchpoints: SurveySettings["touchpoints"];
  readonly coolDownDays: string;
  readonly repairFollowUpDays: string;
}

interface StoredPlaybooks {
  readonly playbooks: PlaybookSettings;
  readonly silence: SilenceSettings;
  readonly surveys: SurveySettings;
}

/** A route to fill in: twice as long as within the country. */
export const NEW_ROUTE: RouteForm = { fromCountry: "*", toCountry: "US", workdays: "6" };

export function playbookForm({ playbooks, silence, surveys }: StoredPlaybooks): PlaybookForm {
  return {
    switchedOn: READY_MADE_PLAYBOOKS.map(({ id }) => id).filter((id) => !playbooks.switchedOff.includes(id)),
    isSilenceEnabled: silence.isEnabled,
    silentWorkdays: String(silence.workdays),
    firstScanWorkdays: String(silence.firstScanWorkdays),
    routes: silence.routes.map(({ workdays, ...route }) => ({ ...route, workdays: String(workdays) })),
    touchpoints: surveys.touchpoints,
    coolDownDays: String(surveys.coolDownDays),
    repairFollowUpDays: String(playbooks.repairFollowUpDays),
  };
}

/** What the form says, in the shapes of the three stored documents. */
export function playbookDocuments(form: PlaybookForm): Record<"playbooks" | "silence" | "surveys", object> {
  return {
    playbooks: {
      switchedOff: READY_MADE_PLAYBOOKS.map(({ id }) => id).filter((id) => !form.switchedOn.includes(id)),
      repairFollowUpDays: typedNumber(form.repairFollowUpDays),
    },
    silence: {
      isEnabled: form.isSilenceEnabled,
      workdays: typedNumber(form.silentWorkdays),
      firstScanWorkdays: typedNumber(form.firstScanWorkdays),
      routes: form.routes.map(({ workdays, ...route }) => ({ ...route, workdays: typedNumber(workdays) })),
    },
    surveys: { touchpoints: form.touchpoints, coolDownDays: typedNumber(form.coolDownDays) },
  };
}
