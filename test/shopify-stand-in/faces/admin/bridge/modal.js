import { byId } from "./by-id.js";
import { actionsOf, describeAction } from "./chrome.js";
import { tellAdmin } from "./connection.js";

/** `<ui-modal>`: drawn inside the app's page, while the admin dims what is around it. */
const MODAL_STYLE = `
:host{display:contents}
dialog{border:0;padding:0;border-radius:16px;width:min(var(--width,620px),calc(100vw - 24px));max-height:min(85vh,820px);overflow:hidden;color:#303030;background:#fff;box-shadow:0 20px 60px #0006;font:13px/1.5 Inter,system-ui,"Segoe UI","PingFang SC","Noto Sans SC",sans-serif}
dialog[open]{display:flex;flex-direction:column}
dialog::backdrop{background:#0000008c}
dialog.max{width:100vw;max-width:100vw;height:100vh;max-height:100vh;border-radius:0}
header{display:flex;align-items:center;justify-content:space-between;gap:12px;padding:12px 12px 12px 16px;background:#f3f3f3;border-bottom:1px solid #e3e3e3}
h2{margin:0;font-size:14px;font-weight:650}
.body{overflow:auto;flex:1}
iframe{border:0;width:100%;height:60vh;display:block}
footer{display:flex;justify-content:flex-end;gap:8px;padding:12px 16px;border-top:1px solid #e3e3e3}
footer:empty{display:none}
button{font:inherit;font-weight:550;border-radius:8px;padding:6px 12px;border:1px solid #ccc;background:#fff;color:#303030;cursor:pointer;min-height:30px}
button.primary{background:#303030;border-color:#303030;color:#fff}
button.critical{background:#c70a24;border-color:#c70a24;color:#fff}
button:disabled{opacity:.5;cursor:default}
button.close{border:0;background:none;font-size:18px;line-height:1;padding:4px 10px}
button:focus-visible{outline:2px solid #005bd3;outline-offset:1px}
::slotted(ui-title-bar),::slotted(ui-save-bar){display:none!important}
@media(max-width:560px){dialog:not(.max){width:100vw;max-width:100vw;margin:auto 0 0;border-radius:16px 16px 0 0}footer button{flex:1;min-height:40px}}`;
const WIDTHS = { small: "380px", base: "620px", large: "980px" };

class UIModal extends HTMLElement {
  #dialog;
  #content;
  #isOpen = false;
  #drawn = "";

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${MODAL_STYLE}</style><dialog aria-labelledby="t"><header><h2 id="t"></h2><button class="close" type="button" aria-label="Close">×</button></header><div class="body"><slot></slot></div><footer></footer></dialog>`;
    this.#dialog = root.querySelector("dialog");
    root.querySelector(".close").addEventListener("click", () => void this.hide());
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      void this.hide();
    });
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && void this.hide());
    new MutationObserver(() => this.#isOpen && this.#draw()).observe(this, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  }
  get content() {
    if (!this.#content) {
      this.#content = document.createElement("div");
      this.append(this.#content);
    }
    return this.#content;
  }
  set content(element) {
    this.#content?.remove();
    this.#content = element;
    this.append(element);
  }
  get variant() {
    return this.getAttribute("variant") ?? "base";
  }
  set variant(value) {
    this.setAttribute("variant", value);
  }
  get src() {
    return this.getAttribute("src") ?? undefined;
  }
  set src(value) {
    if (value) this.setAttribute("src", value);
    else this.removeAttribute("src");
  }
  get contentWindow() {
    return this.shadowRoot.querySelector("iframe")?.contentWindow ?? null;
  }
  async show() {
    if (this.#isOpen || !this.isConnected) return;
    this.#isOpen = true;
    this.#draw();
    this.#dialog.showModal();
    tellAdmin("modal", { open: true, isMax: this.variant === "max" });
    this.dispatchEvent(new CustomEvent("show"));
  }
  async hide() {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#dialog.close();
    tellAdmin("modal", { open: false });
    this.dispatchEvent(new CustomEvent("hide"));
  }
  toggle() {
    return this.#isOpen ? this.hide() : this.show();
  }
  disconnectedCallback() {
    if (this.#isOpen) tellAdmin("modal", { open: false });
    this.#isOpen = false;
  }
  #draw() {
    const bar = this.querySelector("ui-title-bar");
    this.#dialog.classList.toggle("max", this.variant === "max");
    this.#dialog.style.setProperty("--width", WIDTHS[this.variant] ?? WIDTHS.base);
    this.shadowRoot.querySelector("h2").textContent = bar?.getAttribute("title") ?? "";
    const body = this.shadowRoot.querySelector(".body");
    if (this.src && !body.querySelector("iframe"))
      body.innerHTML = `<iframe src="${encodeURI(this.src)}" title="${bar?.getAttribute("title") ?? ""}"></iframe>`;
    const own = this.#sources();
    const looks = JSON.stringify(own.map((source) => describeAction(source, 0)));
    // A field that loses its focus to a button changes the page under the pointer: the button has to be there when it is let go.
    if (looks === this.#drawn) return;
    this.#drawn = looks;
    this.shadowRoot.querySelector("footer").replaceChildren(...own.map((source, at) => this.#button(source, at)));
  }
  #sources() {
    return actionsOf(this.querySelector("ui-title-bar")).sort(
      (a, b) => Number(a.getAttribute("variant") === "primary") - Number(b.getAttribute("variant") === "primary"),
    );
  }
  #button(source, at) {
    const { label, kind, tone, disabled, loading } = describeAction(source, 0);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = loading ? `${label}…` : label;
    button.className = tone === "critical" ? "critical" : kind;
    button.disabled = disabled || loading;
    button.addEventListener("click", () => this.#sources()[at]?.click());
    return button;
  }
}
customElements.define("ui-modal", UIModal);

export const modal = { show: (id) => byId(id, "show"), hide: (id) => byId(id, "hide"), toggle: (id) => byId(id, "toggle") };
