import express, { type Router } from "express";
import type { PlayedShipment, PlayedState } from "./state.ts";

const MOVES = ["in_transit", "out_for_delivery", "delivered"] as const;

/** A page on which somebody plays the carrier by hand. */
export function scansPage(state: PlayedState, scan: (ref: string, status: string) => Promise<number[]>): Router {
  const router = express.Router();
  router.get("/", (_request, response) => void response.type("html").send(pageOf(state)));
  router.post("/scan", express.urlencoded({ extended: false }), (request, response, next) => {
    const { ref = "", status = "" } = request.body as Record<string, string>;
    scan(ref, status).then(() => response.redirect("/"), next);
  });
  return router;
}

function pageOf({ shipments, pickups, paid }: PlayedState): string {
  const rows = shipments.filter(({ postage_label: label }) => label).map(rowOf);
  const collections = pickups.map(
    ({ status, confirmation, min_datetime: from, max_datetime: to }) => `<li>${status} ${confirmation ?? ""} ${from} – ${to}</li>`,
  );
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Carrier</title>
<style>body{font:15px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}li{margin:.75rem 0}button{font:inherit}</style>
<h1>EasyPost, played here</h1><p>${paid.length} times paid.</p>
<h2>Parcels</h2><ul>${rows.join("") || "<li>No label was bought yet.</li>"}</ul>
<h2>Collections</h2><ul>${collections.join("") || "<li>None.</li>"}</ul>`;
}

function rowOf({ id, tracking_code: code, selected_rate: rate, tracker, postage_label: label }: PlayedShipment): string {
  const buttons = MOVES.map((status) => `<button name="status" value="${status}">${status}</button>`).join(" ");
  return `<li><a href="${label?.label_url ?? ""}">${code ?? ""}</a> ${rate?.carrier ?? ""} ${rate?.service ?? ""} ${rate?.rate ?? ""}: <b>${tracker?.status ?? ""}</b>
<form method="post" action="/scan"><input type="hidden" name="ref" value="${id}">${buttons}</form></li>`;
}
