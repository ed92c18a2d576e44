import type { IncomingMessage } from "node:http";
import path from "node:path";
import type { StandIn } from "../create-stand-in.ts";
import type { Face, FaceFactory } from "../network/face.ts";
import { Carrier } from "../seed/carrier.ts";
import { AdminFace, BRIDGE_PATH } from "./admin/admin-face.ts";
import { announceOrder } from "./announce.ts";
import { answerCdn } from "./cdn-face.ts";
import { ControlFace } from "./control-page/control-face.ts";
import { MailboxFace } from "./mailbox/mailbox-face.ts";
import { Storefront } from "./storefront/storefront-face.ts";
import { ThemeSettings } from "./storefront/theme-settings.ts";

export interface FacesSetup {
  /** Where the app answers a browser without a proxy. */
  localAppUrl: string;
  /** Folder for what the faces keep: the theme's settings and the carriers' plans. Without it nothing is kept. */
  folder?: string;
}

export interface Faces {
  storefront: Storefront;
  admin: AdminFace;
  carrier: Carrier;
  list: Face[];
}

/** All that people look at: mailbox, control page, admin and storefront, in the order in which they are asked. */
export function makeFaces(standIn: StandIn, setup: FacesSetup): Faces {
  const { world, control } = standIn;
  const file = (name: string): string | undefined => (setup.folder === undefined ? undefined : path.join(setup.folder, name));
  const carrier = new Carrier(world, control, file("carrier.json"));
  const storefront = new Storefront(world, {
    announceOrder: (shop, order) => {
      announceOrder(world, shop, order);
      carrier.packLater(order);
    },
    settings: new ThemeSettings(file("theme.json")),
  });
  const admin = new AdminFace({ world, control, storefront, localAppUrl: setup.localAppUrl });
  const mailbox = new MailboxFace(world);
  const page = new ControlFace({ standIn, storefront, carrier });
  const under = (url: URL, prefix: string): boolean => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`);
  const isMachine = (host: string): boolean => host === "localhost" || host === "127.0.0.1";
  const list: Face[] = [
    { matches: (_url, host) => host === "cdn.shopify.com", handle: async (request, response) => answerCdn(request, response) },
    {
      matches: (url, host) => isMachine(host) && under(url, "/cdn-shopify"),
      handle: async (request, response) => answerCdn(withoutPrefix(request, "/cdn-shopify"), response),
    },
    {
      matches: (url, host) => isMachine(host) && url.pathname === BRIDGE_PATH,
      handle: async (request, response) => answerCdn(withPath(request, "/shopifycloud/app-bridge.js"), response),
    },
    {
      matches: (url, host) => isMachine(host) && under(url, "/mailbox"),
      handle: async (request, response) => mailbox.handle(request, response),
    },
    {
      matches: (url, host) => isMachine(host) && (url.pathname === "/control" || under(url, "/control-page")),
      handle: (request, response) => page.handle(request, response),
    },
    {
      matches: (url, host) => host === "admin.shopify.com" || under(url, "/admin"),
      handle: (request, response) => admin.handle(request, response),
    },
    { matches: (_url, host) => storefront.shopAt(host) !== undefined, handle: (request, response) => storefront.handle(request, response) },
  ];
  return { storefront, admin, carrier, list };
}

/** The faces as `createStandIn({ faces })` takes them: one face that asks the others. */
export function demoFaces(setup: FacesSetup, made?: (faces: Faces) => void): FaceFactory {
  return (standIn) => {
    const faces = makeFaces(standIn, setup);
    made?.(faces);
    return {
      matches: (url, host) => faces.list.some((face) => face.matches(url, host)),
      handle: async (request, response) => {
        const host = (request.headers.host ?? "localhost").split(":")[0] ?? "localhost";
        const face = faces.list.find((each) => each.matches(new URL(request.url ?? "/", `http://${host}`), host));
        await face?.handle(request, response);
      },
    };
  };
}

function withPath(request: IncomingMessage, url: string): IncomingMessage {
  request.url = url;
  return request;
}

function withoutPrefix(request: IncomingMessage, prefix: string): IncomingMessage {
  return withPath(request, (request.url ?? "").slice(prefix.length) || "/");
}
