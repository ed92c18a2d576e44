/** Storage may be refused in a third-party frame; then the frame's own name carries what must survive a reload. */
const memory = {
  get(name) {
    try {
      return window.sessionStorage.getItem(name);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      window.sessionStorage.setItem(name, value);
    } catch {
      // Nothing to do: the values come again with the next page.
    }
  },
};

const script = document.currentScript ?? document.querySelector("script[data-api-key]");
export const query = new URLSearchParams(window.location.search);
const named = readFrameName();
export const isEmbedded = window.top !== window.self;

function readFrameName() {
  try {
    return JSON.parse(window.name || "{}");
  } catch {
    return {};
  }
}

function remembered(name) {
  const value = query.get(name) ?? named[name] ?? memory.get(`shopify-${name}`) ?? "";
  if (value) memory.set(`shopify-${name}`, value);
  return value;
}

export const config = {
  apiKey: script?.getAttribute("data-api-key") ?? document.querySelector('meta[name="shopify-api-key"]')?.getAttribute("content") ?? "",
  shop: remembered("shop"),
  host: remembered("host"),
  locale: remembered("locale") || "en",
  appOrigins: [],
};

/** Calls to the admin around the app. Every call has a number, and its answer carries the same one. */
const waiting = new Map();
let calls = 0;

export function tellAdmin(type, payload = {}) {
  if (isEmbedded) window.parent.postMessage({ bridge: "shopify", type, payload }, "*");
}

export function askAdmin(type, payload = {}) {
  if (!isEmbedded) return new Promise(() => {});
  const id = ++calls;
  window.parent.postMessage({ bridge: "shopify", type, payload, id }, "*");
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

export const onAdminMessage = new Map();

window.addEventListener("message", (event) => {
  if (event.source !== window.parent || event.data?.bridge !== "shopify") return;
  const { id, type, payload, error } = event.data;
  if (type === "answer") {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(error));
    else call?.resolve(payload);
    return;
  }
  onAdminMessage.get(type)?.(payload);
});

/** Never cached: a token lives for one minute, and the stand-in's time can jump. */
export const idToken = () => askAdmin("idToken");
