import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False while the server renders and in the first paint of the browser, true after it: for what only a browser can draw. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
