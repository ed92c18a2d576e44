// Adds up the reports that both vitest runs left, names what failed, and ends with the one line that says how it went.
// Arguments: one `name=exit code` for each stage that ran.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./bootstrap.mjs";

const LINES_OF_A_FAILURE = 12;

let passed = 0;
const failures = [];
for (const run of ["pglite", "postgres"]) {
  const file = path.join(root, "test-output", `${run}.json`);
  if (!existsSync(file)) {
    failures.push(`${run}: the test run left no report`);
    continue;
  }
  const report = JSON.parse(readFileSync(file, "utf8"));
  for (const suite of report.testResults) {
    const failed = suite.assertionResults.filter((test) => test.status === "failed");
    const name = `${run}: ${path.relative(root, suite.name)}`;
    failures.push(...failed.map((test) => `${name} > ${test.fullName}${whyOf(test)}`));
    if (suite.status === "failed" && failed.length === 0) failures.push(`${name} could not run: ${suite.message.split("\n")[0]}`);
    const skipped = suite.assertionResults.filter((test) => !["passed", "failed"].includes(test.status));
    failures.push(...skipped.map((test) => `${name} > ${test.fullName} (${test.status}: nothing skips itself)`));
    passed += suite.assertionResults.filter((test) => test.status === "passed").length;
  }
}
/** The report is all that is left of a run elsewhere: what failed stands with why. */
function whyOf({ failureMessages = [] }) {
  const why = failureMessages.flatMap((message) => message.split("\n").slice(0, LINES_OF_A_FAILURE));
  return why.map((line) => `\n    ${line}`).join("");
}

const stages = process.argv.slice(2).map((argument) => argument.split("="));
const broken = stages.filter(([, code]) => code !== "0");
if (failures.length === 0) failures.push(...broken.map(([name, code]) => `${name} ended with exit code ${code}`));
if (passed === 0 && failures.length === 0) failures.push("no test ran");

for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
