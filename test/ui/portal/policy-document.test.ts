import { expect, test } from "vitest";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { policyPageText } from "#app/domain/policies/policy-statements.ts";
import { policyDocument } from "#app/ui/portal/policy-document.tsx";

test.each(["en", "zh-CN", "de", "fr", "es", "ja"])("the page of the shop in %s is plain HTML with a way to the portal", (locale) => {
  const { title, body } = policyDocument(policyPageText(defaultPolicy("EUR")), { locale, portalUrl: "https://shop.example/apps/returns/" });
  expect(title).not.toBe("");
  expect(title).not.toContain("policyPage");
  expect(body).toContain("<h2");
  expect(body).toContain('href="https://shop.example/apps/returns/"');
  expect(body).not.toMatch(/<script|<style|\{\{|policyPage\./);
});
