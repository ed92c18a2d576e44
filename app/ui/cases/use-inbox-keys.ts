import { useEffect } from "react";

/** Keys for staff who work through the inbox: "/" goes to the search, "j" and "k" to the next and previous case. */
export function useInboxKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "/") focusSearch();
      else if (event.key === "j") moveFocus(1);
      else if (event.key === "k") moveFocus(-1);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** The search field is there only once the filters are open. */
function focusSearch(): void {
  const open = document.querySelector<HTMLButtonElement>(
    ".Polaris-IndexFilters__ActionWrap button, .Polaris-IndexFilters-Container button[aria-label]",
  );
  const field = () =>
    document.querySelector<HTMLInputElement>(".Polaris-Filters__SearchField input, .Polaris-IndexFilters input[type='text']");
  if (field()) return field()?.focus();
  open?.click();
  requestAnimationFrame(() => field()?.focus());
}

function moveFocus(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-case-link]")];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 ? (step === 1 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
  links[next]?.focus();
}
