import net from "node:net";
import { closeServer, listen } from "../network/listen.ts";
import type { StandInClock } from "./stand-in-clock.ts";

const ACK_MS = 10_000;

export interface ClockServer {
  port: number;
  close(): Promise<void>;
}

/** One process of the app that follows the stand-in's time. */
class Follower {
  readonly #socket: net.Socket;
  readonly #waiting = new Map<number, () => void>();
  #sequence = 0;
  #buffer = "";

  constructor(socket: net.Socket, gone: () => void) {
    this.#socket = socket;
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => this.#read(text));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      for (const acknowledged of this.#waiting.values()) acknowledged();
      gone();
    });
  }

  /** Resolves when the process has taken the offset over, or is gone. */
  push(offset: number): Promise<void> {
    const sequence = ++this.#sequence;
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("A process of the app did not take over the new time in 10 s")), ACK_MS);
      this.#waiting.set(sequence, () => {
        clearTimeout(timer);
        this.#waiting.delete(sequence);
        resolve();
      });
      this.#socket.write(`${JSON.stringify({ sequence, offset })}\n`);
    });
  }

  end(): void {
    this.#socket.destroy();
  }

  #read(text: string): void {
    this.#buffer += text;
    const lines = this.#buffer.split("\n");
    this.#buffer = lines.pop() ?? "";
    for (const line of lines) this.#waiting.get((JSON.parse(line) as { ack: number }).ack)?.();
  }
}

/** Tells every connected process the difference between real and stand-in time, and waits until all of them have it. */
export async function startClockServer(clock: StandInClock, port: number): Promise<ClockServer> {
  const followers = new Set<Follower>();
  const server = net.createServer((socket) => {
    const follower: Follower = new Follower(socket, () => followers.delete(follower));
    followers.add(follower);
    follower.push(clock.offset).catch(() => follower.end());
  });
  const stop = clock.onMove(async (offset) => {
    await Promise.all([...followers].map((follower) => follower.push(offset)));
  });
  return {
    port: await listen(server, port, "clock"),
    close: async () => {
      stop();
      for (const follower of followers) follower.end();
      await closeServer(server);
    },
  };
}
