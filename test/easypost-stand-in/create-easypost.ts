import { createHmac } from "node:crypto";
import type { Server } from "node:http";
import express from "express";
import { api, type ApiParts } from "./api.ts";
import { codePng, labelPdf } from "./files.ts";
import { scansPage } from "./scans-page.ts";
import { findShipment } from "./shipments.ts";
import { keepState, readState, type PlayedShipment, type PlayedState } from "./state.ts";

/** What goes wrong with the next request whose method and path begin like this: "POST /shipments". */
export interface Fault {
  readonly path: RegExp;
  /** `lost`: done, and the answer never arrives. */
  readonly kind: "down" | "funds" | "lost";
}

export interface EasyPostOptions {
  /** A free one unless given. */
  readonly port?: number;
  readonly now?: () => Date;
  /** Where what was bought outlives the process. */
  readonly file?: string;
}

export interface EasyPost {
  /** `EASYPOST_URL` of the app. */
  readonly apiUrl: string;
  readonly url: string;
  readonly state: PlayedState;
  fail(fault: Fault): void;
  /** What was charged for, in order. */
  paid(): readonly string[];
  /** Moves a parcel and tells every webhook; answers their statuses. */
  scan(ref: string, status: string): Promise<number[]>;
  close(): Promise<void>;
}

/** EasyPost, listening on this machine. */
export async function createEasyPost(options: EasyPostOptions = {}): Promise<EasyPost> {
  const state = readState(options.file);
  const now = options.now ?? (() => new Date());
  const faults: Fault[] = [];
  const http = express();
  const server = await new Promise<Server>((resolve) => {
    const listening = http.listen(options.port ?? 0, "127.0.0.1", () => resolve(listening));
  });
  const bound = server.address();
  const url = `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`;
  const parts: ApiParts = { state, now, url, faults, changed: () => keepState(options.file, state) };
  const scan = async (ref: string, status: string) => {
    const shipment = findShipment(state, ref);
    move(shipment, status, now());
    parts.changed();
    return Promise.all(state.webhooks.map((webhook) => tell(webhook, shipment)));
  };
  http.use("/v2", api(parts));
  http.get("/files/:file", (request, response, next) => {
    const [id = "", type] = request.params.file.split(".");
    const shipment = findShipment(state, id);
    const made = type === "png" ? codePng(shipment) : labelPdf(shipment);
    made.then((bytes) => void response.type(type ?? "pdf").send(bytes), next);
  });
  http.use("/", scansPage(state, scan));
  return {
    ...{ apiUrl: `${url}/v2/`, url, state, scan },
    fail: (fault) => void faults.push(fault),
    paid: () => state.paid,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function move(shipment: PlayedShipment, status: string, at: Date): void {
  if (!shipment.tracker) return;
  shipment.tracker.status = status;
  shipment.tracker.tracking_details.push({ status, message: status, datetime: at.toISOString() });
}

/** Signs the body as EasyPost does. */
export function signNews(body: string, secret: string): string {
  return `hmac-sha256-hex=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

export function newsOf(shipment: PlayedShipment): string {
  return JSON.stringify({ object: "Event", id: `evt_${shipment.id}`, description: "tracker.updated", result: shipment.tracker });
}

async function tell({ url, secret }: PlayedState["webhooks"][number], shipment: PlayedShipment): Promise<number> {
  const body = newsOf(shipment);
  const headers = { "content-type": "application/json", "x-hmac-signature": signNews(body, secret) };
  return (await fetch(url, { method: "POST", headers, body }).catch(() => undefined))?.status ?? 0;
}
