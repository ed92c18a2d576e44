// @ts-check
/**
 * <amends-policy>: puts the text of the policy page where the block stands. Whenever the answer is not that page, the link in the block
 * stays as it is.
 */
(() => {
  if (customElements.get("amends-policy")) return;

  const TIMEOUT_MS = 15000;

  class AmendsPolicy extends HTMLElement {
    connectedCallback() {
      void this.#load();
    }

    async #load() {
      const source = this.dataset.src;
      if (!source || this.dataset.amendsReady !== undefined) return;
      this.dataset.amendsReady = "";
      try {
        const answer = await fetch(source, { signal: AbortSignal.timeout(TIMEOUT_MS), headers: { Accept: "text/html" } });
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector('[data-page="policy"] .amends-page');
        if (page) this.replaceChildren(document.adoptNode(page));
      } catch {
        // The link is still there.
      }
    }
  }

  customElements.define("amends-policy", AmendsPolicy);
})();
