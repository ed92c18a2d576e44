import { DAY, HOUR, dateIn, endOfDate } from "#app/domain/shared/time.ts";
import { aSeededOrder, aSeededParcel } from "#test/builders/a-seeded-order.ts";

/** An order with one parcel, and what its customer must have been given in the end. */
export interface ChaosParcel {
  readonly email: string;
  /** Minor units of USD: 2 % of the goods for every 12 completed hours, at most 10 %, half up. */
  readonly owed: number;
  /** The payload for the stand-in, which sends a webhook for the order, the parcel and everything that happens to it. */
  readonly order: object;
}

const BERLIN = "Europe/Berlin";
const PIECES = 2;

/** Parcels of which about half are too late, by up to three days. Everything happened between `from` and eight days after it. */
export function chaosParcels(count: number, from: Date, random: () => number): ChaosParcel[] {
  return Array.from({ length: count }, (_, index) => {
    const at = (days: number): Date => new Date(from.getTime() + days * DAY);
    const promised = at(4);
    const end = endOfDate(dateIn(BERLIN, promised), BERLIN);
    const lateHours = random() < 0.5 ? 0 : 1 + Math.floor(random() * 70);
    const delivered = lateHours === 0 ? at(3) : new Date(end.getTime() + lateHours * HOUR);
    const price = 2_000 + Math.floor(random() * 18_000);
    const email = `chaos${index}@example.com`;
    return { email, owed: owedFor(price * PIECES, lateHours), order: orderOf({ email, price, promised, delivered, ordered: at(1), at }) };
  });
}

function owedFor(goods: number, lateHours: number): number {
  const rateBp = Math.min(1_000, Math.floor(lateHours / 12) * 200);
  return Math.floor((goods * rateBp + 5_000) / 10_000);
}

interface Course {
  readonly email: string;
  readonly price: number;
  readonly ordered: Date;
  readonly promised: Date;
  readonly delivered: Date;
  readonly at: (days: number) => Date;
}

function orderOf({ email, price, ordered, promised, delivered, at }: Course): object {
  const happened = (status: string, when: Date): object => ({ status, happened_at: when.toISOString() });
  return aSeededOrder({
    email,
    customer: { first_name: "Ada", email },
    created_at: ordered.toISOString(),
    processed_at: ordered.toISOString(),
    line_items: [{ title: "Wool coat", price: (price / 100).toFixed(2), quantity: PIECES, product_id: 501, variant_id: 5011 }],
    fulfillments: [
      aSeededParcel({
        created_at: at(1.2).toISOString(),
        estimated_delivery_at: promised.toISOString(),
        events: [happened("in_transit", at(1.5)), happened("out_for_delivery", at(2.8)), happened("delivered", delivered)],
      }),
    ],
  });
}
