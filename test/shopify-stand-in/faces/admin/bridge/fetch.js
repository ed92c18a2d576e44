import { idToken, isEmbedded, tellAdmin } from "./connection.js";
import { reload } from "./path.js";

const plainFetch = window.fetch.bind(window);

/** Requests to the app's own server carry a fresh session token; one that the server finds stale is sent again once. */
window.fetch = async (input, init) => {
  const request = new Request(input, init);
  const isOwn = new URL(request.url, window.location.href).origin === window.location.origin;
  if (!isOwn || request.headers.has("authorization") || !isEmbedded) return plainFetch(request);
  const again = request.clone();
  request.headers.set("authorization", `Bearer ${await idToken()}`);
  const answer = await plainFetch(request);
  if (answer.status === 401 && answer.headers.has("x-shopify-retry-invalid-session-request")) {
    again.headers.set("authorization", `Bearer ${await idToken()}`);
    return leaveWhenTold(await plainFetch(again));
  }
  return leaveWhenTold(answer);
};

function leaveWhenTold(answer) {
  const url = answer.headers.get("x-shopify-api-request-failure-reauthorize-url");
  if (url) window.open(new URL(url, window.location.href).href, "_top");
  return answer;
}

/** The app's bounce page: come back to the wanted URL with a token in it. */
if (reload && isEmbedded) {
  void idToken().then((token) => {
    const url = new URL(reload, window.location.href);
    url.searchParams.set("id_token", token);
    window.location.replace(url);
  });
}

/** `shopify:admin/…` and links out of the frame are the admin's business. */
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const href = link?.getAttribute("href") ?? "";
  if (/^shopify:(\/\/)?admin\//.test(href)) {
    event.preventDefault();
    tellAdmin("open", { href, target: link.getAttribute("target") ?? "_top" });
  }
});

const plainOpen = window.open.bind(window);
window.open = (url, target, features) => {
  if (/^shopify:(\/\/)?admin\//.test(String(url))) {
    tellAdmin("open", { href: String(url), target: target ?? "_top" });
    return null;
  }
  return plainOpen(url, target, features);
};
