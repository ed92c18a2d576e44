// Questions and pickers of the admin itself.
import { frame, fromAdmin, make } from "./page.js";

function dialog({ title, content, buttons }) {
  const box = make("dialog", {}, make("header", { textContent: title }), content, make("footer", {}, ...buttons));
  box.setAttribute("aria-label", title);
  document.body.append(box);
  box.addEventListener("close", () => box.remove());
  box.showModal();
  return box;
}

export function confirmDialog({ title, text, yes, no, isCritical }) {
  return new Promise((resolve) => {
    const button = (label, className, answer) => {
      const made = make("button", { type: "button", textContent: label, className });
      made.addEventListener("click", () => {
        resolve(answer);
        box.close();
      });
      return made;
    };
    const box = dialog({
      title,
      content: make("div", { className: "body", textContent: text }),
      buttons: [button(no, "button", false), button(yes, isCritical ? "button critical" : "button primary", true)],
    });
    box.addEventListener("cancel", () => resolve(false));
  });
}

/** A list to choose from, with a search field; answers the chosen entries, or undefined when it was closed. */
function chooser({ title, load, chosen, multiple, action }) {
  return new Promise((resolve) => {
    const selected = new Map(chosen.map((entry) => [entry.id, entry]));
    const list = make("div", {});
    const search = make("input", { type: "search", placeholder: frame.texts.search });
    search.setAttribute("aria-label", frame.texts.search);
    const done = make("button", { type: "button", className: "button primary", textContent: action });
    const cancel = make("button", { type: "button", className: "button", textContent: frame.texts.cancel });
    const draw = async () => {
      const entries = await load(search.value);
      list.replaceChildren(...entries.map((entry) => row(entry)));
    };
    const row = (entry) => {
      const input = make("input", {
        type: multiple ? "checkbox" : "radio",
        name: "pick",
        checked: selected.has(entry.id),
        disabled: Boolean(entry.disabled),
      });
      input.addEventListener("change", () => {
        if (!multiple) selected.clear();
        if (input.checked) selected.set(entry.id, entry);
        else selected.delete(entry.id);
        if (typeof multiple === "number" && selected.size > multiple) {
          selected.delete(entry.id);
          input.checked = false;
        }
      });
      const text = make("span", {}, entry.title, make("small", { textContent: entry.detail ?? "" }));
      return make("label", { className: "pick" }, input, ...(entry.image ? [make("img", { src: entry.image, alt: "" })] : []), text);
    };
    const box = dialog({ title, content: make("div", { className: "body" }, search, list), buttons: [cancel, done] });
    search.addEventListener("input", () => void draw());
    cancel.addEventListener("click", () => box.close());
    done.addEventListener("click", () => {
      resolve([...selected.values()]);
      box.close();
    });
    box.addEventListener("close", () => resolve(undefined));
    void draw();
  });
}

export async function pickResources({ type = "product", multiple = false, query = "", selectionIds = [], action = "add", filter = {} }) {
  const load = (search) => fromAdmin("resources", { type, query: [query, filter.query, search].filter(Boolean).join(" ") });
  const before = new Set(selectionIds.map(({ id }) => id));
  const known = (await fromAdmin("resources", { type, query: "" })).filter((entry) => before.has(entry.id));
  const titles = { product: frame.texts.products, variant: frame.texts.variants, collection: frame.texts.collections };
  const chosen = await chooser({
    title: titles[type] ?? type,
    load,
    chosen: known,
    multiple,
    action: action === "select" ? frame.texts.select : frame.texts.add,
  });
  return chosen?.map((entry) => entry.resource);
}

export async function pickItems({ heading, multiple = false, items }) {
  const entries = items.map((item) => ({
    id: item.id,
    title: item.heading,
    detail: (item.data ?? []).join(" · "),
    image: item.thumbnail?.url,
    disabled: item.disabled,
  }));
  const load = async (search) => entries.filter((entry) => entry.title.toLowerCase().includes(search.toLowerCase()));
  const chosen = entries.filter((entry) => items.find(({ id }) => id === entry.id)?.selected);
  return (await chooser({ title: heading, load, chosen, multiple, action: frame.texts.select }))?.map(({ id }) => id);
}
