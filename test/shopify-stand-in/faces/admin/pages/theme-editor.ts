import { html, trusted, type Html } from "../../html.ts";
import type { Storefront } from "../../storefront/storefront-face.ts";
import type { ExtensionBlock } from "../../storefront/theme-extension.ts";
import type { AdminSession } from "../session.ts";
import type { NativePage } from "./parts.ts";

/** What the theme editor is needed for here: putting the app's blocks on and taking them off. */
export function themeEditor(session: AdminSession, storefront: Storefront): NativePage {
  const { texts, admin, storefrontUrl } = session;
  const wanted = (session.url.searchParams.get("addAppBlockId") ?? session.url.searchParams.get("activateAppId") ?? "").split("/").at(-1);
  const row = (block: ExtensionBlock): Html => {
    const isOn = storefront.theme.settings.isActive(block.handle);
    const mark = block.handle === wanted ? trusted(' style="box-shadow:0 0 0 2px #005bd3"') : "";
    return html`<section class="card" ${mark}>
      <h2>${block.name} <span class="badge ${isOn ? "good" : ""}">${isOn ? texts.on : texts.off}</span></h2>
      <p class="soft">${block.handle}.liquid · ${block.schema.target}</p>
      <form method="post" action="${admin}/internal/theme">
        <input type="hidden" name="handle" value="${block.handle}" /><button
          class="button ${isOn ? "" : "primary"}"
          name="active"
          value="${isOn ? "0" : "1"}"
        >
          ${isOn ? texts.turnOff : texts.turnOn}
        </button>
        <a class="button" href="${storefrontUrl}${block.schema.target === "section" ? "/pages/returns" : "/"}">${texts.openPage}</a>
      </form>
    </section>`;
  };
  return {
    title: texts.editor,
    active: "onlineStore",
    content: html`<div class="card"><p>${texts.editorText}</p></div>
      ${storefront.theme.extension.blocks().map(row)}`,
  };
}

/** `shopify.app.extensions()`: which blocks the published theme uses. */
export function extensionStatus(storefront: Storefront): unknown[] {
  const theme = "gid://shopify/OnlineStoreTheme/128990000001";
  const { extension, settings } = storefront.theme;
  const activations = extension.blocks().map((block) => {
    const isOn = settings.isActive(block.handle);
    const target = block.schema.target === "section" ? "template--returns__page/app" : block.schema.target;
    return {
      handle: block.handle,
      name: block.name,
      status: isOn ? "active" : "available",
      target: block.schema.target,
      activations: isOn ? [{ themeId: theme, target }] : [],
    };
  });
  return [{ handle: "storefront", type: "theme_app_extension", activations }];
}
