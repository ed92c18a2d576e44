import { onAdminMessage, tellAdmin } from "./connection.js";
import { tellPath } from "./path.js";

/** What the app asks the admin to draw: its menu entries and its title bar. Both are read from the page whenever it changes. */
// No element is added for it: React takes the whole document over, and would not recognise one that it did not write.
const hidden = new CSSStyleSheet();
hidden.replaceSync("ui-nav-menu,s-app-nav,ui-title-bar,ui-save-bar{display:none!important}");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, hidden];

let navigationListeners = 0;
const plainListen = window.addEventListener.bind(window);
window.addEventListener = (type, ...rest) => {
  if (type === "shopify:navigate") navigationListeners += 1;
  return plainListen(type, ...rest);
};

const menuLinks = () => [...document.querySelectorAll("ui-nav-menu a, s-app-nav s-link, s-app-nav a")];
const titleBar = () => [...document.querySelectorAll("ui-title-bar")].find((bar) => !bar.closest("ui-modal"));

export function describeAction(element, at) {
  return {
    at,
    label: (element.textContent ?? "").trim(),
    kind: element.getAttribute("variant") ?? "secondary",
    tone: element.getAttribute("tone") ?? "",
    disabled: element.hasAttribute("disabled") && element.getAttribute("disabled") !== "false",
    loading: element.hasAttribute("loading") && element.getAttribute("loading") !== "false",
    group: element.closest("section")?.getAttribute("label") ?? "",
  };
}

export const actionsOf = (bar) => [...(bar?.querySelectorAll("button, a") ?? [])];

let drawn = "";
function readChrome() {
  const bar = titleBar();
  const chrome = {
    menu: menuLinks().map((link) => ({
      label: (link.textContent ?? "").trim(),
      href: link.getAttribute("href") ?? "",
      isHome: link.getAttribute("rel") === "home",
    })),
    title: bar?.getAttribute("title") || document.title,
    actions: actionsOf(bar).map(describeAction),
  };
  const text = JSON.stringify(chrome);
  if (text === drawn) return;
  drawn = text;
  tellAdmin("chrome", chrome);
}

let reading = false;
export function readSoon() {
  if (reading) return;
  reading = true;
  window.setTimeout(() => {
    reading = false;
    readChrome();
    tellPath();
  }, 20);
}

new MutationObserver(readSoon).observe(document.documentElement, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["title", "variant", "disabled", "loading", "href", "tone", "label"],
});
document.addEventListener("DOMContentLoaded", readSoon);

/** Lets the app's router go there; an app without one is simply loaded. */
function navigate(element, href) {
  element.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true, cancelable: true }));
  if (navigationListeners === 0) window.location.assign(href);
}

onAdminMessage.set("menu", ({ href }) => {
  const link = menuLinks().find((each) => each.getAttribute("href") === href);
  if (link) navigate(link, href);
});

onAdminMessage.set("action", ({ at }) => {
  const element = actionsOf(titleBar())[at];
  if (element instanceof HTMLAnchorElement && element.getAttribute("href")) navigate(element, element.href);
  else element?.click();
});

/** The app's own router changes the address without loading anything. */
for (const name of ["pushState", "replaceState"]) {
  const original = window.history[name].bind(window.history);
  window.history[name] = (...given) => {
    original(...given);
    tellPath();
    readChrome();
  };
}
window.addEventListener("popstate", tellPath);
