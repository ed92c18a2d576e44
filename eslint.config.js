import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { noJsxText } from "./test/architecture/eslint-rules/no-jsx-text.js";

/** One rule name can hold one list, and a later block replaces it: every block below lists all that holds for its files. */
const BANS = {
  defaultExport: {
    selector: "ExportDefaultDeclaration, ExportSpecifier[exported.name='default']",
    message: "Name what you export; only routes, entry and config files have a default export.",
  },
  currentDate: {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: "Time comes from the Clock port, or in the domain as an argument.",
  },
  dateNow: {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Time comes from the Clock port, or in the domain as an argument.",
  },
  luxonNow: {
    selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local|utc)$/][arguments.length=0]",
    message: "Time comes from the Clock port, or in the domain as an argument.",
  },
  environment: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "Only app/env.server.ts reads the environment.",
  },
  graphql: {
    selector: "TemplateElement[value.raw=/^\\s*#graphql/], Literal[value=/^\\s*#graphql/]",
    message: "Every GraphQL operation is a file in app/adapters/shopify/operations.",
  },
  unsafeSql: {
    selector: "MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]",
    message: "SQL built from strings stays in app/adapters.",
  },
  floatMoney: {
    selector: "Identifier[name='parseFloat'], MemberExpression[property.name=/^(parseFloat|toFixed|toPrecision)$/]",
    message: "Money and rates are integers (Money, basis points); decimals are read by parseMoney and written by toDecimal.",
  },
  random: {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Chance is an argument in the domain, and comes from node:crypto elsewhere.",
  },
};

const bans = (...names) => ({ "no-restricted-syntax": ["error", ...names.map((name) => BANS[name])] });
const TIME = ["currentDate", "dateNow", "luxonNow"];
const APP = ["defaultExport", ...TIME, "environment", "graphql", "unsafeSql", "random"];
const without = (list, ...names) => list.filter((name) => !names.includes(name));

/** Files that a tool loads by their default export. */
const DEFAULT_EXPORT_FILES = ["app/routes/**", "app/root.tsx", "app/entry.*.tsx", "app/routes.ts"];

/** What reaches outside the function: the domain has no clock, no network, no environment. */
const IMPURE_GLOBALS = [
  "process", "fetch", "XMLHttpRequest", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "performance", "crypto",
  "globalThis", "window", "document", "console", "Buffer",
]; // prettier-ignore

export default defineConfig(
  globalIgnores([
    "build/",
    "coverage/",
    "test-output/",
    ".data/",
    ".cache/",
    "app/adapters/shopify/generated/",
    "extensions/**/assets/*.min.js",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 3],
      "no-console": "error",
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["**/index.ts", "**/index.tsx"], message: "Import the file that holds the thing." }] },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false, arguments: false } }],
      "@typescript-eslint/no-non-null-assertion": "error",
      // `"known" | string` documents the known values.
      "@typescript-eslint/no-redundant-type-constituents": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" }],
      // Ports are asynchronous by contract; what implements them need not wait for anything.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/return-await": ["error", "in-try-catch"],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      ...bans("defaultExport"),
    },
  },
  {
    // Tables of data are read, not followed: their length is no burden.
    files: ["**/*-table.ts", "**/*-data.ts", "**/*.d.ts"],
    rules: { "max-lines": "off" },
  },
  { files: ["app/**/*.{ts,tsx}"], rules: bans(...APP) },
  { files: ["app/domain/**", "app/use-cases/**"], rules: bans(...APP, "floatMoney") },
  {
    files: ["app/domain/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...IMPURE_GLOBALS.map((name) => ({ name, message: "The domain is pure: what it needs is an argument." })),
      ],
      "no-restricted-imports": ["error", { patterns: [{ regex: "^node:", message: "The domain is pure: what it needs is an argument." }] }],
    },
  },
  { files: ["app/adapters/**"], rules: bans(...without(APP, "unsafeSql")) },
  { files: ["app/adapters/system/**"], rules: bans(...without(APP, "unsafeSql", ...TIME)) },
  { files: ["app/adapters/shopify/operations/**"], rules: bans(...without(APP, "graphql")) },
  { files: ["app/env.server.ts"], rules: bans(...without(APP, "environment")) },
  { files: DEFAULT_EXPORT_FILES, rules: { ...bans(...without(APP, "defaultExport")), "@typescript-eslint/only-throw-error": "off" } },
  { files: ["app/http/**"], rules: { "@typescript-eslint/only-throw-error": "off" } },
  {
    files: ["*.ts", "prisma/*.ts", "test/support/graphql-codegen.ts", "test/support/global-setup.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["app/**/*.tsx"],
    extends: [reactHooks.configs.flat.recommended],
    plugins: { amends: { rules: { "no-jsx-text": noJsxText } } },
    rules: { "amends/no-jsx-text": "error", "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
  // A GraphQL resolver takes (source, arguments, context, info), whoever writes it.
  { files: ["test/shopify-stand-in/admin-api/**"], rules: { "max-params": ["error", 4] } },
  {
    // A `describe` is one long function by nature; each test in it is short.
    files: ["test/**/*.test.{ts,tsx}"],
    rules: { "max-lines": ["error", 400], "max-lines-per-function": "off" },
  },
  { files: ["test/shopify-stand-in/**", "test/support/**", "test/bench/**", "test/demo/**"], rules: { "no-console": "off" } },
  {
    files: ["**/*.{js,mjs,cjs}"],
    rules: {
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 3],
      "no-undef": "off",
      "no-unused-vars": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
);
