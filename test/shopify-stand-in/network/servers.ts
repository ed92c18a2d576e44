import http from "node:http";
import { startClockServer } from "../clock/clock-server.ts";
import type { StandIn } from "../stand-in.ts";
import { startSmtp } from "../mail/smtp.ts";
import { sendText } from "./bridge.ts";
import { identityIn } from "./certificates.ts";
import { dispatcher } from "./dispatch.ts";
import { closeServer, listen } from "./listen.ts";
import { startProxy } from "./proxy.ts";

export interface OpenPorts {
  main?: number;
  proxy?: number;
  smtp?: number;
  clock?: number;
}

export interface Servers {
  ports: OpenPorts;
  close(): Promise<void>;
}

/** Opens the ports that were asked for. When one of them fails, those already open are closed again. */
export async function startServers(standIn: StandIn): Promise<Servers> {
  const { world } = standIn;
  const { ports: wanted, faces: factories, identityFolder, appHost } = world.options;
  const faces = factories.map((make) => make(standIn));
  const closers: (() => Promise<void>)[] = [];
  const ports: OpenPorts = {};
  const close = async (): Promise<void> => {
    await Promise.all(closers.map((closer) => closer()));
  };
  try {
    if (wanted.main !== undefined) {
      const dispatch = dispatcher(standIn, faces, false);
      const server = http.createServer((request, response) => {
        dispatch(request, response).catch((error: unknown) => {
          if (!response.headersSent)
            sendText(response, 500, `stand-in: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
          else response.destroy();
        });
      });
      ports.main = await listen(server, wanted.main, "control API and pages");
      closers.push(() => closeServer(server));
    }
    if (wanted.proxy !== undefined) {
      const proxy = await startProxy(wanted.proxy, identityIn(identityFolder, appHost), dispatcher(standIn, faces, true));
      ports.proxy = proxy.port;
      closers.push(() => proxy.close());
    }
    if (wanted.smtp !== undefined) {
      const smtp = await startSmtp(world, wanted.smtp);
      ports.smtp = smtp.port;
      closers.push(() => smtp.close());
    }
    if (wanted.clock !== undefined) {
      const clock = await startClockServer(world.clock, wanted.clock);
      ports.clock = clock.port;
      closers.push(() => clock.close());
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { ports, close };
}
