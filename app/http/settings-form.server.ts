import { json } from "@remix-run/node";
import { z } from "zod";
import type { Result } from "#app/domain/shared/result.ts";
import type { InvalidSettings } from "#app/domain/shops/setting-problems.ts";
import type { SettingName } from "#app/domain/shops/shop-settings.ts";
import type { SettingChange, StaleSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { jsonField } from "./typed-values.server.ts";

/** What a settings page is told after saving. `revision` is the browser's own count of edits, given back. */
export interface SettingsAnswer {
  readonly revision: number;
  readonly error?: InvalidSettings | StaleSettings;
}

export interface SettingsForm {
  readonly changes: readonly SettingChange[];
  readonly revision: number;
}

const changesSchema = z.record(z.string(), z.object({ value: z.unknown(), version: z.int().min(0) }));

/** The documents that a settings page sends; a name that is not this page's, or no JSON at all, is a bad request. */
export async function readSettingsForm(request: Request, names: readonly SettingName[]): Promise<SettingsForm> {
  const form = await request.formData();
  const documents = changesSchema.safeParse(jsonField(form.get("documents")));
  if (!documents.success) throw new Response(null, { status: 400 });
  const changes = Object.entries(documents.data).map(([name, { value, version }]) => {
    const known = names.find((each) => each === name);
    if (known === undefined) throw new Response(null, { status: 400 });
    return { name: known, value, version };
  });
  return { changes, revision: z.coerce.number().int().catch(0).parse(form.get("revision")) };
}

/** 200, 422 with problems to show beside their fields, or 409 when somebody else saved first. */
export function settingsAnswer(result: Result<null, InvalidSettings | StaleSettings>, revision: number) {
  const answer: SettingsAnswer = result.ok ? { revision } : { revision, error: result.error };
  return json(answer, { status: result.ok ? 200 : result.error.code === "stale" ? 409 : 422 });
}
