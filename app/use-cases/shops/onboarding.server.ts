import { z } from "zod";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ImportRun } from "./ports.ts";

/** What a new shop does before it can leave Amends to itself, in the order of the list. */
export const ONBOARDING_STEPS = ["history", "policy", "portal", "mail", "promises"] as const;
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

/** What the stored rows alone do not tell: the theme is Shopify's, and a test mail is kept nowhere. */
const NOTED = ["portal", "mail", "dismissed"] as const;
export type NotedStep = (typeof NOTED)[number];

const DOCUMENT = "onboarding";
const documentSchema = z.partialRecord(z.enum(NOTED), z.string());

export interface Onboarding {
  readonly steps: readonly { readonly step: OnboardingStep; readonly isDone: boolean }[];
  /** True once every step is done or the merchant put the list away. */
  readonly isOver: boolean;
  readonly import?: ImportRun;
}

/** How far the shop is with being set up: history read, policy published by a person, portal seen, a mail tried, delivery promises set. */
export async function readOnboarding(ctx: ShopContext): Promise<Onboarding> {
  return ctx.transaction(async (tx) => {
    const noted = documentSchema.parse((await tx.settings.read(DOCUMENT))?.value ?? {});
    const run = await tx.shop.latestImport();
    const heads = await tx.policies.heads();
    const done: Readonly<Record<OnboardingStep, boolean>> = {
      history: run?.status === "finished",
      policy: heads.some(({ publishedBy }) => publishedBy !== undefined && publishedBy !== "system"),
      portal: noted.portal !== undefined,
      mail: noted.mail !== undefined,
      promises: (await tx.settings.read("deliveryPromises")) !== undefined,
    };
    const steps = ONBOARDING_STEPS.map((step) => ({ step, isDone: done[step] }));
    const isOver = noted.dismissed !== undefined || steps.every(({ isDone }) => isDone);
    return { steps, isOver, ...(run ? { import: run } : {}) };
  });
}

/** Notes that a step is done, or that the list was put away; noting it again keeps the first time. */
export async function noteOnboarding(tx: Repositories, { step, at, by }: { step: NotedStep; at: Date; by: string }): Promise<void> {
  const stored = await tx.settings.read(DOCUMENT);
  const noted = documentSchema.parse(stored?.value ?? {});
  if (noted[step] !== undefined) return;
  const value = { ...noted, [step]: at.toISOString() };
  await tx.settings.save(DOCUMENT, value, { expectedVersion: stored?.version ?? 0, by, at });
}
