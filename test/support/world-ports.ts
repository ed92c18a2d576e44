import { randomInt } from "node:crypto";
import net from "node:net";

/** Where the parts of a world listen, all on loopback. */
export interface WorldPorts {
  readonly main: number;
  readonly window: number;
  readonly app: number;
  readonly proxy: number;
  readonly smtp: number;
  readonly clock: number;
  readonly carrier: number;
}

/** Port numbers that follow each other from the first. */
export function portsFrom(first: number): WorldPorts {
  return { main: first, window: first + 1, app: first + 2, proxy: first + 3, smtp: first + 4, clock: first + 5, carrier: first + 6 };
}

/** Below the range from which the system takes ports for outgoing connections: a process that is killed finds its port free again. */
const RANGE = [15_000, 32_000] as const;
const ATTEMPTS = 50;

/** Ports that nobody uses at the moment, chosen at random so that worlds of several test files keep apart. */
export async function freeWorldPorts(): Promise<WorldPorts> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const ports = portsFrom(randomInt(...RANGE));
    const free = await Promise.all(Object.values(ports).map((port: number) => isFree(port)));
    if (free.every(Boolean)) return ports;
  }
  throw new Error(`No ports are free between ${RANGE.join(" and ")}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
