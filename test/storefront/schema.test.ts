import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ThemeExtension } from "#test/shopify-stand-in/faces/storefront/theme-extension.ts";

const EXTENSION = new URL("../../extensions/storefront/", import.meta.url);
const extension = new ThemeExtension(fileURLToPath(EXTENSION));

const label = z.string().regex(/^t:[\w.]+$/, "comes from the locale files");
const named = { id: z.string().regex(/^[a-z_]+$/), label, info: label.optional() };

/** The setting types used here, as Shopify documents them; theme-check does not look at them without a network. */
const Setting = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("header"), content: label, info: label.optional() }),
  z.strictObject({ type: z.literal("paragraph"), content: label }),
  z.strictObject({
    type: z.enum(["text", "textarea"]),
    ...named,
    default: z.string().min(1).optional(),
    placeholder: z.string().optional(),
  }),
  z.strictObject({ type: z.literal("checkbox"), ...named, default: z.boolean().optional() }),
  z.strictObject({
    type: z.literal("color"),
    ...named,
    default: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .optional(),
  }),
  z.strictObject({ type: z.literal("url"), ...named }),
  z
    .strictObject({
      type: z.literal("range"),
      ...named,
      min: z.number(),
      max: z.number(),
      step: z.number().positive(),
      unit: z.string().max(3),
      default: z.number(),
    })
    .refine(({ min, max, step }) => (max - min) / step <= 100, "has at most 101 steps")
    .refine(({ min, max, step, default: value }) => value >= min && value <= max && (value - min) % step === 0, "starts on a step"),
  z
    .strictObject({
      type: z.literal("select"),
      ...named,
      options: z.array(z.strictObject({ value: z.string(), label })).min(1),
      default: z.string(),
    })
    .refine(({ options, default: value }) => options.some((option) => option.value === value), "starts with an option"),
]);

const BlockSchema = z.strictObject({
  name: label,
  target: z.enum(["section", "head", "body", "compliance_head"]),
  javascript: z.string().optional(),
  stylesheet: z.string().optional(),
  enabled_on: z.strictObject({ templates: z.array(z.string()).optional(), groups: z.array(z.string()).optional() }).optional(),
  settings: z.array(Setting).max(25),
});

describe.each(extension.blocks())("the settings of $handle", ({ schema, source }) => {
  const parsed = BlockSchema.parse(schema);
  const ids = parsed.settings.flatMap((setting) => ("id" in setting ? [setting.id] : []));

  test("are of types that Shopify knows, each with an own id", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("have their words in the locale files", () => {
    const texts: unknown = JSON.parse(readFileSync(new URL("locales/en.default.schema.json", EXTENSION), "utf8"));
    for (const [, key = ""] of JSON.stringify(schema).matchAll(/"t:([\w.]+)"/g)) {
      const found = key
        .split(".")
        .reduce<unknown>((node, part) => (typeof node === "object" && node !== null ? Reflect.get(node, part) : undefined), texts);
      expect([key, typeof found]).toEqual([key, "string"]);
    }
  });

  test("are all used, and nothing else is", () => {
    const used = new Set([...source.matchAll(/block\.settings\.(\w+)/g)].map(([, id]) => id));
    expect([...used].sort()).toEqual([...ids].sort());
  });
});

test("the block loads its script and style sheet through its schema, the link loads none", () => {
  const assets = Object.fromEntries(
    extension.blocks().map(({ handle, schema }) => [handle, [schema.target, schema.javascript, schema.stylesheet]]),
  );
  expect(assets).toEqual({
    policy: ["section", "amends-policy.js", "amends-portal.css"],
    returns: ["section", "amends-portal.js", "amends-portal.css"],
    "returns-link": ["body", undefined, undefined],
  });
});
