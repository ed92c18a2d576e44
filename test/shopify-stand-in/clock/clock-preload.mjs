// @ts-check
/**
 * Given to a process of the app with `--import`: it sees the stand-in's time. Only `Date` without an argument and `Date.now`
 * move; timers and `performance.now` stay real. AMENDS_CLOCK_PORT names the stand-in's clock on loopback. The process starts
 * only after the first offset has arrived, so no line of it ever sees the real time.
 */
import net from "node:net";

const CONNECT_FOR_MS = 30_000;

const port = Number(process.env["AMENDS_CLOCK_PORT"]);
if (!Number.isInteger(port) || port <= 0) throw new Error("clock-preload: AMENDS_CLOCK_PORT must name the stand-in's clock port");

const RealDate = Date;
let offset = 0;

/** @returns {number} */
function now() {
  return RealDate.now() + offset;
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === globalThis.Date ? target : newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
});
// A date's `constructor` is the moved Date as well, so that copies made through it behave alike.
Object.defineProperty(RealDate.prototype, "constructor", { value: globalThis.Date, writable: true, configurable: true });

/** @param {(offset: number) => void} arrived @param {(error: Error) => void} failed */
function follow(arrived, failed) {
  const socket = net.connect({ port, host: "127.0.0.1" });
  let buffer = "";
  socket.setEncoding("utf8");
  socket.on("data", (/** @type {string} */ text) => {
    buffer += text;
    const lines = buffer.split("\n");
    buffer = lines.pop() ?? "";
    for (const line of lines) {
      const message = JSON.parse(line);
      offset = message.offset;
      socket.write(`${JSON.stringify({ ack: message.sequence })}\n`);
      socket.unref();
      arrived(offset);
    }
  });
  // Once the time is known, a stand-in that goes away only stops moving it.
  socket.on("error", (error) => (socket.bytesRead > 0 ? socket.destroy() : failed(error)));
}

const startedAt = performance.now();
await new Promise((resolve, reject) => {
  const attempt = () =>
    follow(resolve, (error) => {
      if (performance.now() - startedAt > CONNECT_FOR_MS)
        reject(new Error(`clock-preload: no stand-in clock on port ${port}: ${error.message}`));
      else setTimeout(attempt, 100);
    });
  attempt();
});
