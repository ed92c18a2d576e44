import type { CustomerGid } from "#app/domain/shared/gid.ts";
import type { Survey } from "#app/domain/surveys/survey.ts";

/** A survey with everything that is kept of it. */
export interface SurveyRecord extends Survey {
  /** Touchpoint and subject: the same thing is asked about once. */
  readonly key: string;
  readonly customerGid: CustomerGid | null;
  readonly returnId: string | null;
  readonly caseId: string | null;
  readonly email: string | null;
  readonly locale: string;
  readonly expiresAt: Date;
}

export interface SurveyRepository {
  find(id: string): Promise<SurveyRecord | undefined>;
  /** Reads the survey and lets nobody else answer it until the transaction ends. */
  lock(id: string): Promise<SurveyRecord | undefined>;
  /** Adds the survey unless its key is taken; answers whether it was added. */
  add(survey: SurveyRecord): Promise<boolean>;
  findByKey(key: string): Promise<SurveyRecord | undefined>;
  /** Saves the one answer of a survey, the first time or changed. */
  saveResponse(survey: SurveyRecord): Promise<void>;
  /** When this customer was last asked anything. */
  lastAskedAt(email: string): Promise<Date | undefined>;
}
