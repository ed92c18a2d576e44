// @ts-check
/**
 * <amends-portal>: makes the portal, which works without it, feel like one page: forms go in the background, answers
 * are swapped in; anything unexpected goes the plain way.
 * Themes may follow `amends:busy` and `amends:page` (`detail.page`), which bubble.
 */
(() => {
  if (customElements.get("amends-portal")) return;

  const TIMEOUT_MS = 30000;

  class AmendsPortal extends HTMLElement {
    /** For "back", with all that was typed. @type {Map<number, { name: string, nodes: ChildNode[] }>} */
    #pages = new Map();
    /** The shown page's number. @type {number} */
    #at = history.state?.amends ?? 0;
    /** @type {AbortController | undefined} */
    #listening;
    /** Under way. @type {AbortController | undefined} */
    #asking;
    /** Reads out what happens. @type {HTMLElement | undefined} */
    #live;

    connectedCallback() {
      this.#listening = new AbortController();
      const { signal } = this.#listening;
      this.addEventListener("submit", (event) => this.#onSubmit(event), { signal });
      this.addEventListener("click", (event) => this.#onClick(event), { signal });
      this.addEventListener("change", (event) => this.#onChange(event), { signal });
      addEventListener("popstate", (event) => this.#onPopState(event), { signal });
      document.addEventListener("shopify:section:unload", (event) => this.#onUnload(event), { signal });
      // A form sent plainly leaves its own address.
      const { address } = this.dataset;
      if (address && !location.search) history.replaceState(history.state, "", address);
      this.dataset.amendsReady = "";
      this.#unfold();
      this.#focus("[data-amends-focus]");
    }

    disconnectedCallback() {
      this.#listening?.abort();
      this.#asking?.abort();
      this.#live?.remove();
    }

    /** @param {Event} event */
    #onUnload(event) {
      if (event.target instanceof Node && event.target.contains(this)) this.#asking?.abort();
    }

    /** @param {SubmitEvent} event */
    #onSubmit(event) {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
      if (new URL(form.action, location.href).origin !== location.origin) return;
      event.preventDefault();
      if (this.#asking) return;
      const wrong = form.querySelector('[type="file"][data-wrong]');
      if (wrong instanceof HTMLElement) return wrong.focus();
      const data = new FormData(form);
      data.set("fragment", "1");
      const isUpload = form.enctype === "multipart/form-data";
      const body = isUpload ? data : new URLSearchParams(/** @type {[string, string][]} */ ([...data]));
      void this.#ask(form.action, { method: "POST", body }, () => form.submit());
    }

    /** @param {MouseEvent} event */
    #onClick(event) {
      const link = event.target instanceof Element && event.target.closest("a");
      if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const href = link.getAttribute("href") ?? "";
      if (href.startsWith("#")) return this.#onErrorLink(event, href);
      if (link.dataset.amendsGo === undefined || link.origin !== location.origin) return;
      event.preventDefault();
      if (this.#asking) return;
      const url = new URL(link.href);
      url.searchParams.set("fragment", "1");
      void this.#ask(url.href, {}, () => location.assign(link.href));
    }

    /** Errors lead to fields. @param {MouseEvent} event @param {string} href */
    #onErrorLink(event, href) {
      const field = document.getElementById(href.slice(1));
      if (!field || !this.contains(field)) return;
      event.preventDefault();
      field.scrollIntoView({ block: "center" });
      field.focus({ preventScroll: true });
    }

    /**
     * Shows a fetched page; any other answer means `otherwise`.
     * @param {string} url @param {RequestInit} init @param {() => void} otherwise
     */
    async #ask(url, init, otherwise) {
      const asking = new AbortController();
      this.#asking = asking;
      const timer = setTimeout(() => asking.abort("timeout"), TIMEOUT_MS);
      this.#setBusy(true);
      let next = null;
      try {
        const response = await fetch(url, { ...init, signal: asking.signal });
        const markup = new DOMParser().parseFromString(await response.text(), "text/html");
        next = markup.querySelector("amends-portal");
      } catch {
        // The plain way tells.
      }
      clearTimeout(timer);
      this.#asking = undefined;
      if (!this.isConnected || (asking.signal.aborted && asking.signal.reason !== "timeout")) return;
      this.#setBusy(false);
      if (next instanceof HTMLElement) this.#show(next);
      else otherwise();
    }

    /** @param {HTMLElement} next */
    #show(next) {
      const { page = "", address = "", busy } = next.dataset;
      if (page !== this.dataset.page) {
        this.#keep();
        history.replaceState({ ...history.state, amends: this.#at }, "");
        this.#at += 1;
        history.pushState({ amends: this.#at }, "", /^\/(?!\/)/.test(address) ? address : location.href);
      }
      this.lang = next.lang;
      this.dataset.page = page;
      this.dataset.busy = busy ?? this.dataset.busy ?? "";
      this.replaceChildren(...next.childNodes);
      this.#arrive();
    }

    /** @param {PopStateEvent} event */
    #onPopState(event) {
      const at = event.state?.amends;
      if (typeof at !== "number" || at === this.#at) return;
      const page = this.#pages.get(at);
      if (!page) return location.reload();
      this.#asking?.abort();
      this.#setBusy(false);
      this.#keep();
      this.#at = at;
      this.dataset.page = page.name;
      this.replaceChildren(...page.nodes);
      this.#arrive();
    }

    #keep() {
      this.#pages.set(this.#at, { name: this.dataset.page ?? "", nodes: [...this.childNodes] });
    }

    #arrive() {
      this.#unfold();
      if (!this.#focus("[data-amends-focus]")) this.#focus("[data-amends-heading]");
      const { top } = this.getBoundingClientRect();
      if (top < 0 || top > innerHeight / 2) this.scrollIntoView();
      this.#tell("amends:page", { page: this.dataset.page });
    }

    /** @param {string} selector */
    #focus(selector) {
      const found = this.querySelector(selector);
      if (found instanceof HTMLElement) found.focus({ preventScroll: true });
      return found !== null;
    }

    /** @param {boolean} isBusy */
    #setBusy(isBusy) {
      this.ariaBusy = String(isBusy);
      for (const button of this.querySelectorAll("button")) button.ariaDisabled = isBusy ? "true" : null;
      this.#announce(isBusy ? (this.dataset.busy ?? "") : "");
      if (isBusy) this.#tell("amends:busy");
    }

    /** @param {string} name @param {object} [detail] */
    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
    }

    /** @param {string} text */
    #announce(text) {
      if (!this.#live?.isConnected) {
        this.#live = document.createElement("div");
        this.#live.setAttribute("role", "status");
        this.#live.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
        this.after(this.#live);
      }
      this.#live.textContent = text;
    }

    /** Shows questions that answers lead to. */
    #unfold() {
      for (const fold of this.querySelectorAll("[data-amends-when]")) {
        const [name, ...values] = (fold.getAttribute("data-amends-when") ?? "").split(" ");
        const met = values.some((value) =>
          this.querySelector(`[name="${name}"]:enabled:is([value="${value}"]:checked,:has([value="${value}"]:checked))`),
        );
        fold.toggleAttribute("hidden", !met);
        fold.toggleAttribute("disabled", !met);
      }
    }

    /** Says at once what the server would. @param {Event} event */
    #onChange(event) {
      this.#unfold();
      const input = event.target;
      // Saying what one wants instead chooses it.
      const radio =
        input instanceof HTMLSelectElement && input.value !== "" && input.closest(".amends-option")?.querySelector('[type="radio"]');
      if (radio instanceof HTMLInputElement) radio.checked = true;
      if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
      const files = [...(input.files ?? [])];
      const problem = photoProblem(input, files);
      const [error, previews] = [".amends-error", ".amends-previews"].map((part) => input.parentElement?.querySelector(part));
      input.toggleAttribute("data-wrong", problem !== "");
      input.ariaInvalid = problem ? "true" : null;
      if (error instanceof HTMLElement) {
        error.textContent = problem;
        error.hidden = !problem;
      }
      this.#announce(problem);
      if (!(previews instanceof HTMLElement)) return;
      previews.replaceChildren(...(problem ? [] : files.map(photoPreview)));
      previews.hidden = !previews.firstChild;
    }
  }

  /** @param {HTMLInputElement} input @param {File[]} files */
  function photoProblem({ accept, dataset }, files) {
    if (files.some((file) => file.size > Number(dataset.maxBytes))) return dataset.tooLarge ?? "";
    if (files.some((file) => file.type && !accept.split(",").includes(file.type))) return dataset.wrongType ?? "";
    return files.length > Number(dataset.maxCount) ? (dataset.tooMany ?? "") : "";
  }

  /** @param {File} file */
  function photoPreview(file) {
    const item = document.createElement("li");
    item.className = "amends-preview";
    const image = Object.assign(new Image(56, 56), { className: "amends-preview__image", alt: "" });
    image.onload = () => URL.revokeObjectURL(image.src);
    // HEIC, a video: the name will do.
    image.onerror = () => image.remove();
    image.src = URL.createObjectURL(file);
    item.append(image, file.name);
    return item;
  }

  customElements.define("amends-portal", AmendsPortal);
})();
