import express, { type NextFunction, type Request, type Response, type Router } from "express";
import type { Fault } from "./create-easypost.ts";
import { buyPickup, cancelPickup, createPickup, findPickup, type PickupAsked } from "./pickups.ts";
import { Refused, addCode, buyShipment, createShipment, findShipment, nextId, refundShipment, type ShipmentAsked } from "./shipments.ts";
import type { PlayedState } from "./state.ts";

export interface ApiParts {
  readonly state: PlayedState;
  readonly now: () => Date;
  readonly url: string;
  readonly faults: Fault[];
  readonly changed: () => void;
}

const KEY = /^EZ(TK|AK)\w{16,}$/;

/** The calls of EasyPost's API that Amends makes. */
export function api({ state, now, url, faults, changed }: ApiParts): Router {
  const router = express.Router();
  router.use(express.json());
  router.use(checkKey);
  /** Answers with what the work made; a fault that fits comes before, or in place of the answer. */
  const on: On = (method, path, work) =>
    router[method](path, (request, response) => {
      const fault = takeFault(faults, `${method.toUpperCase()} ${request.path}`);
      try {
        if (fault?.kind === "down") throw new Refused(503, "SERVICE.UNAVAILABLE", "The service is temporarily unavailable.");
        if (fault?.kind === "funds") throw new Refused(402, "PAYMENT_REQUIRED", "Insufficient funds.");
        const answer = work(request);
        changed();
        if (fault?.kind === "lost") return void request.socket.destroy();
        response.json(answer);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refuse(response, error);
      }
    });
  const shipmentOf = ({ params }: Request) => findShipment(state, params["ref"] ?? "");

  on("get", "/shipments", () => ({ shipments: state.shipments.slice(-1), has_more: false }));
  on("post", "/shipments", (request) => createShipment(state, (request.body as { shipment: ShipmentAsked }).shipment, modeOf(request)));
  on("get", "/shipments/:ref", shipmentOf);
  on("post", "/shipments/:ref/buy", (request) => {
    const shipment = shipmentOf(request);
    buyShipment(state, shipment, { rateId: (request.body as { rate: { id: string } }).rate.id, url, at: now() });
    return shipment;
  });
  on("post", "/shipments/:ref/refund", (request) => {
    const shipment = shipmentOf(request);
    refundShipment(state, shipment);
    return shipment;
  });
  on("post", "/shipments/:ref/forms", (request) => {
    const shipment = shipmentOf(request);
    addCode(shipment, (request.body as { form: { type: string } }).form.type, url);
    return shipment;
  });
  addPickups(on, state);
  on("post", "/webhooks", (request) => {
    const { url: to, webhook_secret: secret } = (request.body as { webhook: { url: string; webhook_secret: string } }).webhook;
    const webhook = { id: nextId(state, "hook"), object: "Webhook", url: to, secret };
    state.webhooks.push(webhook);
    return { id: webhook.id, object: "Webhook", mode: modeOf(request), url: to };
  });
  on("delete", "/webhooks/:ref", ({ params }) => {
    state.webhooks = state.webhooks.filter(({ id }) => id !== params["ref"]);
    return {};
  });
  return router;
}

type On = (method: "get" | "post" | "delete", path: string, work: (request: Request) => unknown) => unknown;

function addPickups(on: On, state: PlayedState): void {
  const pickupOf = ({ params }: Request) => findPickup(state, params["ref"] ?? "");
  on("post", "/pickups", (request) => createPickup(state, (request.body as { pickup: PickupAsked }).pickup));
  on("get", "/pickups/:ref", pickupOf);
  on("post", "/pickups/:ref/buy", (request) => {
    const pickup = pickupOf(request);
    buyPickup(state, pickup, (request.body as { service: string }).service);
    return pickup;
  });
  on("post", "/pickups/:ref/cancel", (request) => {
    const pickup = pickupOf(request);
    cancelPickup(pickup);
    return pickup;
  });
}

function takeFault(faults: Fault[], asked: string): Fault | undefined {
  const index = faults.findIndex(({ path }) => path.test(asked));
  return index < 0 ? undefined : faults.splice(index, 1)[0];
}

function keyOf(request: Request): string {
  const [, encoded = ""] = (request.get("authorization") ?? "").split(" ");
  return Buffer.from(encoded, "base64").toString("utf8").split(":")[0] ?? "";
}

function modeOf(request: Request): "test" | "production" {
  return keyOf(request).startsWith("EZTK") ? "test" : "production";
}

function checkKey(request: Request, response: Response, next: NextFunction): void {
  if (KEY.test(keyOf(request))) next();
  else refuse(response, new Refused(401, "APIKEY.INACTIVE", "This api key is no longer active."));
}

function refuse(response: Response, { status, code, message }: Refused): void {
  response.status(status).json({ error: { code, message, errors: [] } });
}
