/** Attributes whose text a person reads or hears. */
const READ_BY_PEOPLE = new Set([
  "accessibilityLabel", "alt", "aria-description", "aria-label", "cancelText", "content", "description", "emptyText", "error",
  "heading", "helpText", "label", "message", "placeholder", "prefix", "primaryText", "subtitle", "suffix", "title",
]); // prettier-ignore

const hasWords = (text) => /\p{L}{2,}/u.test(text);

/** A text written in the code: a string, a template, or either side of a condition. */
function* textsOf(node) {
  if (!node) return;
  if (node.type === "Literal" && typeof node.value === "string") yield node;
  if (node.type === "TemplateLiteral" && node.quasis.some((part) => hasWords(part.value.raw))) yield node;
  if (node.type === "JSXExpressionContainer") yield* textsOf(node.expression);
  if (node.type === "ConditionalExpression") yield* [...textsOf(node.consequent), ...textsOf(node.alternate)];
  if (node.type === "LogicalExpression") yield* [...textsOf(node.left), ...textsOf(node.right)];
}

/** Every text that a shopper or a merchant reads stands in the locale files, so JSX holds none. */
export const noJsxText = {
  meta: {
    type: "problem",
    messages: { text: "Text that people read belongs in app/locales, not in JSX." },
    schema: [],
  },
  create(context) {
    const report = (node) => {
      for (const text of textsOf(node))
        if (text.type === "TemplateLiteral" || hasWords(text.value)) context.report({ node: text, messageId: "text" });
    };
    return {
      JSXText: (node) => hasWords(node.value) && context.report({ node, messageId: "text" }),
      "JSXElement > JSXExpressionContainer": report,
      "JSXFragment > JSXExpressionContainer": report,
      JSXAttribute: (node) => READ_BY_PEOPLE.has(node.name.name) && report(node.value),
    };
  },
};
