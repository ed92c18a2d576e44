import type { Rule } from "eslint";

export const noJsxText: Rule.RuleModule;
