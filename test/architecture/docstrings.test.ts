import ts from "typescript";
import { expect, test } from "vitest";
import { readProjectFile, trackedFiles } from "#test/support/tracked-files.ts";

const files = trackedFiles().filter((file) => /^app\/(domain|use-cases)\/.*\.ts$/.test(file));

function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
}

function isFunction(node: ts.Expression | undefined): boolean {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

function undocumented(file: string): string[] {
  const source = ts.createSourceFile(file, readProjectFile(file), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (!isExported(statement) || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
    if (ts.isFunctionDeclaration(statement)) return [`${file}: ${statement.name?.text ?? "default"}`];
    if (!ts.isVariableStatement(statement)) return [];
    const functions = statement.declarationList.declarations.filter((declaration) => isFunction(declaration.initializer));
    return functions.map((declaration) => `${file}: ${declaration.name.getText(source)}`);
  });
}

test("every exported function of the domain and the use cases says its rule in a docstring", () => {
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(undocumented)).toEqual([]);
});
