import { readSoon } from "./chrome.js";
import { askAdmin, config, idToken, isEmbedded, onAdminMessage, tellAdmin } from "./connection.js";
import { modal } from "./modal.js";
import { tellPath } from "./path.js";
import { saveBar } from "./save-bar.js";
import "./fetch.js";

/** `window.shopify`, as far as an app here needs it. What is not imitated refuses instead of pretending. */
let toasts = 0;
const toastCallbacks = new Map();
onAdminMessage.set("toast", ({ id, event }) => toastCallbacks.get(id)?.[event]?.());

const toast = {
  show(message, options = {}) {
    const id = `toast-${++toasts}`;
    toastCallbacks.set(id, { action: options.onAction, dismiss: options.onDismiss });
    tellAdmin("toast", {
      id,
      message: String(message),
      duration: options.duration ?? 5000,
      isError: Boolean(options.isError),
      action: options.action ?? "",
    });
    return id;
  },
  hide: (id) => tellAdmin("hideToast", { id }),
};

function withSelection(list) {
  if (!list) return undefined;
  Object.defineProperty(list, "selection", { value: list });
  return list;
}

/** Largest paint and layout shift, told when the page is left, as App Bridge reports them. */
let report = null;
const metrics = { LCP: 0, CLS: 0 };
function measure(type, note) {
  try {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  } catch {
    // This browser does not measure it.
  }
}
measure("largest-contentful-paint", (entry) => (metrics.LCP = entry.startTime));
measure("layout-shift", (entry) => !entry.hadRecentInput && (metrics.CLS += entry.value));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && report)
    void report({ metrics: Object.entries(metrics).map(([name, value]) => ({ id: `v1-${name}`, name, value })) });
});

function refused(name) {
  return () => Promise.reject(new Error(`stand-in: shopify.${name} is not implemented`));
}

window.shopify = {
  config,
  origin: "https://admin.shopify.com",
  ready: Promise.resolve(),
  environment: { embedded: isEmbedded, mobile: false, pos: false, intent: false },
  idToken,
  toast,
  saveBar,
  modal,
  loading: (isLoading = true) => tellAdmin("loading", { isLoading: isLoading !== false }),
  resourcePicker: async (options) => withSelection(await askAdmin("resourcePicker", options)),
  picker: async (options) => ({ selected: askAdmin("picker", options) }),
  user: () => askAdmin("user"),
  app: { extensions: () => askAdmin("extensions") },
  scopes: {
    query: () => askAdmin("scopes"),
    request: (scopes) => askAdmin("requestScopes", { scopes }),
    revoke: (scopes) => askAdmin("revokeScopes", { scopes }),
  },
  webVitals: {
    onReport: async (callback) => {
      report = callback;
    },
  },
  reviews: {
    request: async () => ({ success: false, code: "merchant-ineligible", message: "Reviews cannot be asked for in a demo store" }),
  },
  support: { registerHandler: async () => {} },
  intents: { register: () => () => {}, request: { value: null, subscribe: () => () => {} }, invoke: refused("intents.invoke") },
  shopifyQL: { available: async () => false },
  tools: { register: () => () => {}, unregister: () => {}, clear: () => {} },
  scanner: { capture: refused("scanner.capture") },
  setSignals: () => {},
};

for (const name of ["ui-nav-menu", "ui-title-bar"]) customElements.define(name, class extends HTMLElement {});
tellAdmin("ready", {});
tellPath();
readSoon();
