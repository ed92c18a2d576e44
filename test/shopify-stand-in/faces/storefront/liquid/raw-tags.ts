import { Parser, Tag, TokenKind, type Liquid, type TagToken, type Template, type TopLevelToken } from "liquidjs";

/** Tags whose content Shopify takes out of the page: `schema` is configuration, `stylesheet` and `javascript` are bundled apart. */
export function registerShopifyTags(engine: Liquid): void {
  for (const name of ["schema", "stylesheet", "javascript", "doc"]) engine.registerTag(name, withoutOutput(name));
  engine.registerTag("style", styleTag());
  engine.registerTag("form", RefusedTag);
}

type TagImplementation = Parameters<Liquid["registerTag"]>[1];

function withoutOutput(name: string): TagImplementation {
  return class extends Tag {
    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      takeUntil(name, token, remaining);
    }
    *render(): Generator<unknown, void, unknown> {
      return;
    }
  };
}

function takeUntil(name: string, token: TagToken, remaining: TopLevelToken[]): TopLevelToken[] {
  const inside: TopLevelToken[] = [];
  while (remaining.length > 0) {
    const next = remaining.shift();
    if (!next) break;
    if (next.kind === TokenKind.Tag && (next as TagToken).name === `end${name}`) return inside;
    inside.push(next);
  }
  throw new Error(`${token.getText()} is never closed`);
}

/** `{% style %}` renders its content inside a style element. */
function styleTag(): TagImplementation {
  const content = new WeakMap<object, Template[]>();
  return {
    parse(token, remaining) {
      content.set(this, new Parser(this.liquid).parseTokens(takeUntil("style", token, remaining)));
    },
    *render(context, emitter) {
      emitter.write("<style data-shopify>");
      yield this.liquid.renderer.renderTemplates(content.get(this) ?? [], context, emitter);
      emitter.write("</style>");
    },
  };
}

/** `{% form %}` depends on the platform's own form types, which are not imitated. */
class RefusedTag extends Tag {
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    throw new Error(`stand-in: ${token.getText()} is not implemented`);
  }
  *render(): Generator<unknown, void, unknown> {
    return;
  }
}
