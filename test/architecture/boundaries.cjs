// The arrows of the README's map: routes and jobs are the ways in, adapters the ways out, use-cases the verbs between them,
// and domain decides. Every rule forbids one kind of arrow; what no rule forbids is allowed.

const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join("|")})(/|$)`;
const PORTS = ["^app/use-cases/ports\\.ts$", "^app/use-cases/[^/]+/ports\\.ts$", "^app/use-cases/job-payloads\\.ts$"];
const LOCALES = "^app/locales/";

const DATABASE = ["@prisma", "\\.prisma", "pg", "@electric-sql"];

/** What an adapter that stores something of its own (queue, sessions) stands on. */
const STORAGE = "^app/adapters/prisma/(database|tenant)\\.server\\.ts$";

/** Packages that only one place may know, so that replacing one touches one folder. */
const TECHNOLOGIES = [
  ["database", "^app/adapters/", DATABASE],
  ["queue", "^app/adapters/queue/", ["pg-boss"]],
  ["mail", "^app/adapters/email/", ["nodemailer", "@react-email", "html-to-text"]],
  ["platform", "^app/adapters/shopify/", ["@shopify/shopify-api", "@shopify/admin-api-client"]],
  ["admin frame", "^app/(adapters/shopify|routes)/|^app/root\\.tsx$", ["@shopify/shopify-app-remix"]],
  [
    "browser frame",
    "^app/(ui|routes)/|^app/root\\.tsx$",
    ["@shopify/polaris", "@shopify/polaris-icons", "@shopify/app-bridge-react", "recharts"],
  ],
];

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: { path: "^(app|prisma)/" },
      to: { circular: true },
    },
    {
      name: "no-running-cycles",
      comment: "In tests and the stand-in, parts may know the type of the whole that holds them.",
      severity: "error",
      from: { path: "^test/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      comment:
        "Every import leads somewhere, to a package that package.json names. A program's address (?url) is found when the app is built.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "\\.wasm\\?url$" },
    },
    {
      name: "declared-packages",
      comment: "A package that only happens to be installed disappears one day.",
      severity: "error",
      from: { path: "^(app|test|prisma)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], pathNot: packages("@types", "\\.prisma") },
    },
    {
      name: "domain-is-pure",
      comment: "The domain knows nothing but itself, dates (luxon) and shapes (zod).",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { pathNot: ["^app/domain/", packages("luxon", "zod")] },
    },
    {
      name: "shared-knows-no-feature",
      comment: "Money, time and results are below every feature.",
      severity: "error",
      from: { path: "^app/domain/shared/" },
      to: { path: "^app/domain/", pathNot: "^app/domain/shared/" },
    },
    {
      name: "use-cases-speak-to-ports",
      comment: "A use case knows the domain, other verbs and the ports; what stands behind a port is wired in composition.",
      severity: "error",
      from: { path: "^app/use-cases/" },
      to: { pathNot: ["^app/domain/", "^app/use-cases/", packages("zod")] },
    },
    {
      name: "adapters-know-their-own",
      comment:
        "An adapter speaks domain and ports inward, and one technology outward; of another adapter at most a type, or the database it stores in.",
      severity: "error",
      from: { path: "^app/adapters/([^/]+)/" },
      to: {
        path: "^app/",
        pathNot: ["^app/domain/", ...PORTS, "^app/adapters/$1/", LOCALES, STORAGE],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "adapters-know-no-way-in",
      comment: "Not even as a type.",
      severity: "error",
      from: { path: "^app/adapters/" },
      to: { path: "^app/(routes|jobs|ui)/|^app/(composition\\.server|server|worker)\\.ts$" },
    },
    {
      name: "one-driver-for-the-database",
      comment: "Other adapters are handed their connection and know its type only.",
      severity: "error",
      from: { path: "^app/adapters/", pathNot: "^app/adapters/(prisma|queue)/" },
      to: { path: packages(...DATABASE), dependencyTypesNot: ["type-only"] },
    },
    ...TECHNOLOGIES.map(([name, home, names]) => ({
      name: `one-home-for-${name.replace(" ", "-")}`,
      comment: `The ${name} is known in one place.`,
      severity: "error",
      from: { path: "^app/", pathNot: [home, "^app/composition\\.server\\.ts$"] },
      to: { path: packages(...names) },
    })),
    {
      name: "routes-are-thin",
      comment: "A route knows use cases, the composition's contexts, domain types, ui and texts; never an adapter, a job or another route.",
      severity: "error",
      from: { path: "^app/(routes/|root\\.tsx$|entry\\.)" },
      to: { path: "^app/", pathNot: ["^app/(domain|use-cases|ui|http)/", "^app/composition(\\.server\\.ts$|/)", LOCALES] },
    },
    {
      name: "jobs-call-use-cases",
      comment: "A job knows use cases, domain, its registry and the type of its context.",
      severity: "error",
      from: { path: "^app/jobs/" },
      to: { pathNot: ["^app/(domain|use-cases|jobs)/", "^app/composition(\\.server\\.ts$|/)", "^timers/", packages("zod")] },
    },
    {
      name: "jobs-are-handed-their-context",
      comment: "The composition wires the registry, so a job takes only types from it.",
      severity: "error",
      from: { path: "^app/jobs/" },
      to: { path: "^app/composition", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-is-browser-safe",
      comment: "What the browser gets knows domain, ui and texts; nothing that touches the world.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^app/", pathNot: ["^app/(domain|ui)/", LOCALES] },
    },
    {
      name: "ui-uses-no-node",
      comment: "Node's own modules do not exist in a browser.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "tests-stay-out",
      comment: "Nothing that ships knows the tests or the stand-in store.",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
    {
      name: "app-ships-without-dev-packages",
      comment: "Production installs no devDependencies.",
      severity: "error",
      from: { path: "^app/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: packages("@types") },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|coverage|test-output)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "require", "types", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
