// The admin around the app: answers what App Bridge asks and draws what the app wants drawn.
import { confirmDialog, pickItems, pickResources } from "./dialogs.js";
import { frame, fromAdmin, make } from "./page.js";

const app = document.querySelector("iframe.app");
const appOrigin = new URL(frame.appUrl).origin;
const body = document.body;
const $ = (selector) => document.querySelector(selector);

function tellApp(type, payload = {}) {
  app?.contentWindow?.postMessage({ bridge: "shopify", type, payload }, appOrigin);
}

/** What the app asks for and waits for. */
const answers = {
  idToken: async () => (await fromAdmin("token")).token,
  user: async () => frame.user,
  extensions: () => fromAdmin("extensions"),
  scopes: () => fromAdmin("scopes"),
  requestScopes: async ({ scopes }) => {
    const agreed = await confirmDialog({
      title: frame.texts.scopesTitle,
      text: scopes.join(", "),
      yes: frame.texts.allow,
      no: frame.texts.cancel,
    });
    if (agreed) await fromAdmin("grant-scopes", { scopes: scopes.join(",") });
    return { result: agreed ? "granted-all" : "declined-all", detail: await fromAdmin("scopes") };
  },
  revokeScopes: async ({ scopes }) => {
    await fromAdmin("revoke-scopes", { scopes: scopes.join(",") });
    return { detail: await fromAdmin("scopes") };
  },
  leaveConfirmation: () => leaving(),
  resourcePicker: (options) => pickResources(options),
  picker: (options) => pickItems(options),
};

/** What the app only tells. */
const told = {
  path: ({ path }) => {
    // The app's first document carries what it was asked for; afterwards the address follows the app.
    const shown = frame.base + (path === frame.home ? "" : path);
    history.replaceState(null, "", shown);
    current = path;
    markMenu();
  },
  chrome: (chrome) => drawChrome(chrome),
  loading: ({ isLoading }) => body.classList.toggle("loading", isLoading),
  toast: (toast) => showToast(toast),
  hideToast: ({ id }) => document.getElementById(id)?.remove(),
  saveBar: (state) => drawSaveBar(state),
  modal: ({ open, isMax }) => {
    body.classList.toggle("dim", open && !isMax);
    body.classList.toggle("max", open && Boolean(isMax));
  },
  open: ({ href, target }) => openAdmin(href, target),
  ready: () => body.classList.remove("loading"),
};

async function hear(event) {
  if (event.origin !== appOrigin || event.data?.bridge !== "shopify") return;
  const { type, payload, id } = event.data;
  if (id === undefined) return told[type]?.(payload);
  let answer;
  try {
    if (!answers[type]) throw new Error(`stand-in: ${type} is not implemented`);
    answer = { payload: await answers[type](payload) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  event.source.postMessage({ bridge: "shopify", type: "answer", id, ...answer }, appOrigin);
}

addEventListener("message", (event) => void hear(event));
removeEventListener("message", window.keepEarly);

function openAdmin(href, target) {
  const path = href.replace(/^shopify:(\/\/)?admin\//, "");
  const url = path.startsWith("apps/") ? path.replace(/^apps\/[^/]+/, frame.base) : `${frame.admin}/${path}`;
  if (target === "_blank") open(url);
  else location.assign(url);
}

let current = frame.path;
let menu = [];

function drawChrome({ menu: links, title, actions }) {
  menu = links;
  document.title = [title, frame.appName, frame.shopName].filter(Boolean).join(" · ");
  $(".title-bar h1").textContent = title || frame.appName;
  $(".nav .sub").replaceChildren(
    ...links
      .filter((link) => !link.isHome)
      .map((link) => {
        const anchor = make("a", { href: frame.base + link.href, textContent: link.label, dataset: { href: link.href } });
        anchor.addEventListener("click", (event) => followMenu(event, link.href));
        return make("li", {}, anchor);
      }),
  );
  drawActions(actions);
  markMenu();
}

function markMenu() {
  const path = (current ?? "").split(/[?#]/)[0].replace(/\/$/, "");
  const hit = menu
    .filter((link) => path === link.href || path.startsWith(`${link.href.replace(/\/$/, "")}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  for (const anchor of document.querySelectorAll(".nav .sub a")) {
    if (hit && anchor.dataset.href === hit.href) anchor.setAttribute("aria-current", "page");
    else anchor.removeAttribute("aria-current");
  }
}

async function followMenu(event, href) {
  if (event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  if (body.classList.contains("saving")) await leaving();
  body.classList.remove("open-nav");
  tellApp("menu", { href });
}

function drawActions(actions) {
  const button = (action, className) => {
    const made = make("button", {
      type: "button",
      className,
      textContent: action.loading ? `${action.label}…` : action.label,
      disabled: action.disabled || action.loading,
    });
    made.addEventListener("click", () => tellApp("action", { at: action.at }));
    return made;
  };
  const crumb = actions.find(({ kind }) => kind === "breadcrumb");
  $(".title-bar .crumb")?.remove();
  if (crumb) $(".title-bar h1").before(Object.assign(button(crumb, "crumb"), { textContent: `← ${crumb.label}` }));
  const plain = actions.filter(({ kind, group }) => kind !== "breadcrumb" && kind !== "primary" && !group);
  const primary = actions.filter(({ kind }) => kind === "primary");
  const groups = [...new Set(actions.map(({ group }) => group).filter(Boolean))];
  const menus = groups.map((group) => {
    const list = make(
      "div",
      { className: "menu", hidden: true },
      ...actions.filter((action) => action.group === group).map((action) => button(action, "")),
    );
    const opener = make("button", { type: "button", className: "button", textContent: `${group} ▾` });
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", () => {
      list.hidden = !list.hidden;
      opener.setAttribute("aria-expanded", String(!list.hidden));
    });
    return make("span", {}, opener, list);
  });
  $(".title-bar .actions").replaceChildren(
    ...plain.map((action) => button(action, `button ${action.tone}`)),
    ...menus,
    ...primary.map((action) => button(action, "button primary")),
  );
}

function showToast({ id, message, duration, isError, action }) {
  const toast = make("div", { id, className: isError ? "toast error" : "toast" }, message);
  toast.setAttribute("role", isError ? "alert" : "status");
  const close = (event) => {
    toast.remove();
    tellApp("toast", { id, event });
  };
  if (action) toast.append(Object.assign(make("button", { type: "button", textContent: action }), { onclick: () => close("action") }));
  const dismiss = make("button", { type: "button", textContent: "×" });
  dismiss.setAttribute("aria-label", frame.texts.close);
  dismiss.addEventListener("click", () => close("dismiss"));
  toast.append(dismiss);
  $(".toasts").append(toast);
  setTimeout(() => toast.isConnected && close("dismiss"), duration);
}

let discardConfirmation = false;
function drawSaveBar({ open, canSave, discardConfirmation: confirm }) {
  body.classList.toggle("saving", open);
  discardConfirmation = Boolean(confirm);
  $(".save .keep").disabled = open && canSave === false;
}

$(".save .keep").addEventListener("click", () => tellApp("save"));
$(".save .discard").addEventListener("click", async () => {
  const { discardTitle, discardText, discard, keepEditing } = frame.texts;
  if (
    discardConfirmation &&
    !(await confirmDialog({ title: discardTitle, text: discardText, yes: discard, no: keepEditing, isCritical: true }))
  )
    return;
  tellApp("discard");
});

/** Resolves when the merchant agrees to lose what is not saved; staying leaves the question open for ever, as App Bridge does. */
function leaving() {
  const { leaveTitle, leaveText, leave, stay } = frame.texts;
  return new Promise((resolve) => {
    void confirmDialog({ title: leaveTitle, text: leaveText, yes: leave, no: stay, isCritical: true }).then((agreed) => {
      if (!agreed) return shake();
      drawSaveBar({ open: false });
      tellApp("leave");
      resolve(undefined);
    });
  });
}

function shake() {
  body.classList.add("shake");
  setTimeout(() => body.classList.remove("shake"), 450);
}

addEventListener("beforeunload", (event) => {
  if (body.classList.contains("saving")) event.preventDefault();
});

$(".hamburger").addEventListener("click", () => body.classList.toggle("open-nav"));
for (const opener of document.querySelectorAll("[data-opens]")) {
  opener.addEventListener("click", (event) => {
    event.stopPropagation();
    const list = document.getElementById(opener.dataset.opens);
    list.hidden = !list.hidden;
    opener.setAttribute("aria-expanded", String(!list.hidden));
  });
}
addEventListener("click", (event) => {
  for (const list of document.querySelectorAll(".menu:not([hidden])"))
    if (!list.contains(event.target) && !list.parentElement.contains(event.target)) list.hidden = true;
  if (!event.target.closest(".nav, .hamburger")) body.classList.remove("open-nav");
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") body.classList.remove("open-nav");
});

for (const event of window.early.splice(0)) void hear(event);
