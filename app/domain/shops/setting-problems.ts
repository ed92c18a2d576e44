import type { z } from "zod";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { SettingName, ShopDefaults, ShopSettings } from "./shop-settings.ts";
import { settingSchemas } from "./shop-settings.ts";

/** Everything that can be wrong with a setting; locale files hold under `settingproblem.<code>` a text that says how to put it right. */
export const SETTING_PROBLEM_CODES = [
  "whole_number_needed",
  "at_least",
  "at_most",
  "percent_needed",
  "percent_range",
  "amount_invalid",
  "amount_in_other_currency",
  "value_needed",
  "value_invalid",
  "too_long",
  "too_many",
  "choose_one",
  "choice_unknown",
  "email_invalid",
  "link_invalid",
  "time_invalid",
  "date_invalid",
  "country_code",
  "duplicate_row",
  "hex_color",
  "empty_shift",
  "never_open",
  "unknown_zone",
] as const;
export type SettingProblemCode = (typeof SETTING_PROBLEM_CODES)[number];

/** One thing to put right in a settings document. */
export interface SettingProblem {
  /** Where, in dots, with the document's name first: "compensation.lateDelivery.rateBp". */
  readonly path: string;
  readonly code: SettingProblemCode;
  /** What the text names: `minimum`, `maximum`. */
  readonly params: Readonly<Record<string, number>>;
}

export interface InvalidSettings extends Refusal {
  readonly code: "invalid_settings";
  readonly problems: readonly SettingProblem[];
}

/**
 * A settings document as a merchant entered it, with defaults for what is missing. Refuses with `invalid_settings`, a problem for each
 * field to put right: a rate of 10001 basis points is `{ path: "compensation.lateDelivery.rateBp", code: "percent_range", … }`.
 */
export function parseSetting<Name extends SettingName>(
  name: Name,
  value: unknown,
  shop: ShopDefaults,
): Result<ShopSettings[Name], InvalidSettings> {
  const parsed = settingSchemas(shop)[name].safeParse(value);
  if (parsed.success) return ok(parsed.data as ShopSettings[Name]);
  return refuse({ code: "invalid_settings", problems: parsed.error.issues.map((issue) => problemOf(name, issue)) });
}

function problemOf(name: SettingName, issue: z.core.$ZodIssue): SettingProblem {
  const path = [name, ...issue.path.map(String)].join(".");
  return { path, code: codeOf(issue), params: paramsOf(issue) };
}

/** A check that says its own code carries it as the message. */
function codeOf(issue: z.core.$ZodIssue): SettingProblemCode {
  const own = SETTING_PROBLEM_CODES.find((code) => code === issue.message);
  if (own) return own;
  switch (issue.code) {
    case "invalid_type":
      return typeProblem(issue.expected, issue.path);
    case "invalid_format":
      return formatProblem(issue.format);
    case "too_small":
      return tooSmall(issue.origin, issue.path);
    case "too_big":
      return tooBig(issue.origin, issue.path);
    case "invalid_value":
    case "invalid_union":
      return "choice_unknown";
    case "not_multiple_of":
    case "unrecognized_keys":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return "value_invalid";
  }
}

/** Text that is no figure reaches the schema as text, so the missing type tells what was meant to be typed. */
function typeProblem(expected: string, path: readonly PropertyKey[]): SettingProblemCode {
  if (path.at(-1) === "minor") return "amount_invalid";
  if (isShare(path)) return "percent_needed";
  return expected === "int" || expected === "number" ? "whole_number_needed" : "value_needed";
}

function tooSmall(origin: string, path: readonly PropertyKey[]): SettingProblemCode {
  if (isShare(path)) return "percent_range";
  return origin === "array" ? "choose_one" : origin === "string" ? "value_needed" : "at_least";
}

function tooBig(origin: string, path: readonly PropertyKey[]): SettingProblemCode {
  if (isShare(path)) return "percent_range";
  return origin === "array" ? "too_many" : origin === "string" ? "too_long" : "at_most";
}

/** Basis points, which people type as percent. */
function isShare(path: readonly PropertyKey[]): boolean {
  return String(path.at(-1)).endsWith("Bp");
}

function formatProblem(format: string): SettingProblemCode {
  switch (format) {
    case "email":
      return "email_invalid";
    case "url":
      return "link_invalid";
    case "date":
      return "date_invalid";
    case "regex":
      return "time_invalid";
    default:
      return "value_invalid";
  }
}

function paramsOf(issue: z.core.$ZodIssue): Readonly<Record<string, number>> {
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  return issue.code === "too_big" ? { maximum: Number(issue.maximum) } : {};
}
