/** What the server wrote into the page for its scripts. */
export const frame = JSON.parse(document.getElementById("frame-data").textContent);

export function make(tag, properties = {}, ...children) {
  const { dataset, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, dataset);
  element.append(...children);
  return element;
}

export async function fromAdmin(name, search = {}) {
  const answer = await fetch(`${frame.api}/${name}?${new URLSearchParams({ shop: frame.shop, ...search })}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}
