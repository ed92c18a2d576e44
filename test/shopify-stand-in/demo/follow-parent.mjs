// @ts-check
const EVERY_MS = 500;

/**
 * Calls `end` once the process that started this one is gone. npm gives no signal on to what it runs: who ends it from outside, as a
 * supervisor or a test does, would leave the demo behind with its ports and its data in use.
 * @param {() => void} end
 */
export function followParent(end) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, EVERY_MS);
  watch.unref();
}
