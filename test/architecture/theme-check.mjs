// Runs Shopify's theme-check over the theme app extension and fails on any offence. It works without a network: theme-check then uses
// the tag, filter and object descriptions that its package brings along.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { themeCheckRun } from "@shopify/theme-check-node";

const root = fileURLToPath(new URL("../../extensions/storefront", import.meta.url));
const { offenses, theme } = await themeCheckRun(root, path.join(root, ".theme-check.yml"), () => {});

for (const offense of offenses) {
  const file = path.relative(root, fileURLToPath(offense.uri));
  console.error(`${file}:${offense.start.line + 1} ${offense.check}: ${offense.message}`);
}
if (theme.length === 0) console.error(`No theme files found in ${root}`);
console.log(`theme-check: ${theme.length} files, ${offenses.length} offences`);
process.exit(offenses.length > 0 || theme.length === 0 ? 1 : 0);
