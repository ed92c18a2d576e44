import { askAdmin, onAdminMessage, tellAdmin } from "./connection.js";
import { byId } from "./by-id.js";

/** The contextual save bar: `<ui-save-bar>`, `shopify.saveBar`, and forms with `data-save-bar`. */
let openBar = null;

function showBar(bar) {
  openBar = bar;
  tellAdmin("saveBar", { open: true, canSave: bar.canSave(), discardConfirmation: bar.discardConfirmation() });
}

function hideBar(owner) {
  if (!openBar || (owner && openBar.owner !== owner)) return;
  openBar = null;
  tellAdmin("saveBar", { open: false });
}

class UISaveBar extends HTMLElement {
  get showing() {
    return openBar?.owner === this;
  }
  get discardConfirmation() {
    return this.hasAttribute("discardconfirmation") || this.hasAttribute("discard-confirmation");
  }
  set discardConfirmation(value) {
    this.toggleAttribute("discardconfirmation", Boolean(value));
  }
  async show() {
    if (this.showing) return;
    const find = (primary) =>
      [...this.querySelectorAll("button")].find((button) => (button.getAttribute("variant") === "primary") === primary);
    showBar({
      owner: this,
      discardConfirmation: () => this.discardConfirmation,
      canSave: () => !find(true)?.disabled,
      save: () => find(true)?.click(),
      discard: () => find(false)?.click(),
    });
    this.dispatchEvent(new CustomEvent("show"));
  }
  async hide() {
    if (!this.showing) return;
    hideBar(this);
    this.dispatchEvent(new CustomEvent("hide"));
  }
  toggle() {
    return this.showing ? this.hide() : this.show();
  }
  connectedCallback() {
    new MutationObserver(() => this.showing && showBar(openBar)).observe(this, {
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
  }
  disconnectedCallback() {
    hideBar(this);
  }
}
customElements.define("ui-save-bar", UISaveBar);

const saveForm = (event) => (event.target instanceof Element ? event.target.closest("form[data-save-bar]") : null);

function onEdit(event) {
  const form = saveForm(event);
  if (!form || openBar?.owner === form) return;
  showBar({
    owner: form,
    discardConfirmation: () => form.hasAttribute("data-discard-confirmation"),
    canSave: () => true,
    save: () => form.requestSubmit(),
    discard: () => form.reset(),
  });
}
document.addEventListener("input", onEdit, true);
document.addEventListener("change", onEdit, true);
document.addEventListener("submit", (event) => hideBar(saveForm(event) ?? event.target), true);
document.addEventListener("reset", (event) => hideBar(saveForm(event) ?? event.target), true);
new MutationObserver(() => openBar?.owner instanceof HTMLFormElement && !openBar.owner.isConnected && hideBar()).observe(
  document.documentElement,
  { subtree: true, childList: true },
);

onAdminMessage.set("save", () => openBar?.save());
onAdminMessage.set("discard", () => {
  const bar = openBar;
  bar?.discard();
  if (bar?.owner instanceof HTMLFormElement) hideBar(bar.owner);
});
onAdminMessage.set("leave", () => hideBar());

export const saveBar = {
  show: (id) => byId(id, "show"),
  hide: (id) => byId(id, "hide"),
  toggle: (id) => byId(id, "toggle"),
  leaveConfirmation: () => (openBar ? askAdmin("leaveConfirmation").then(() => hideBar()) : Promise.resolve()),
};
