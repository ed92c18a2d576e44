import {
  Tag,
  TokenKind,
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";

/** Tags whose content Shopify takes out of the page: `schema` is configuration, `stylesheet` and `javascript` are bundled apart. */
export function registerShopifyTags(engine: Liquid): void {
  for (const name of ["schema", "stylesheet", "javascript", "doc"]) engine.registerTag(name, withoutOutput(name));
  engine.registerTag("style", StyleTag);
  engine.registerTag("form", RefusedTag);
}

type TagImplementation = Parameters<Liquid["registerTag"]>[1];

function withoutOutput(name: string): TagImplementation {
  return class extends Tag {
    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      takeUntil(name, token, remaining);
    }
    // eslint-disable-next-line require-yield -- a tag that prints nothing has nothing to wait for
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
class StyleTag extends Tag {
  readonly #templates: Template[];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid);
    this.#templates = parser.parseTokens(takeUntil("style", token, remaining));
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    emitter.write("<style data-shopify>");
    yield this.liquid.renderer.renderTemplates(this.#templates, context, emitter);
    emitter.write("</style>");
  }
}

/** `{% form %}` depends on the platform's own form types, which are not imitated. */
class RefusedTag extends Tag {
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    throw new Error(`stand-in: ${token.getText()} is not implemented`);
  }
  // eslint-disable-next-line require-yield -- never reached
  *render(): Generator<unknown, void, unknown> {
    return;
  }
}
