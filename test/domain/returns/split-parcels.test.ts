import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitParcels } from "#app/domain/returns/split-parcels.ts";
import { aParcel } from "#test/builders/an-order.ts";

const day = (number: number) => new Date(Date.UTC(2026, 2, number));

describe("which parcels some units come from", () => {
  test("the oldest parcel first", () => {
    const young = aParcel({ fulfilledAt: day(9), returnableQuantity: 3 });
    const old = aParcel({ fulfilledAt: day(2), returnableQuantity: 1 });
    expect(splitParcels({ parcels: [young, old] }, 2, [])).toEqual({
      ok: true,
      value: [
        { fulfillmentLineGid: old.fulfillmentLineItemGid, quantity: 1 },
        { fulfillmentLineGid: young.fulfillmentLineItemGid, quantity: 1 },
      ],
    });
  });

  test("units that a return of ours holds are not taken again", () => {
    const parcel = aParcel({ returnableQuantity: 2 });
    const waiting = [{ fulfillmentLineGid: parcel.fulfillmentLineItemGid, quantity: 1 }];
    expect(splitParcels({ parcels: [parcel] }, 2, waiting)).toEqual({ ok: false, error: { code: "not_enough_units", missing: 1 } });
  });

  test("all units are found whenever there are enough, and never more than a parcel has", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 6 }), fc.nat(20), (sizes, wanted) => {
        const parcels = sizes.map((returnableQuantity, index) => aParcel({ returnableQuantity, fulfilledAt: day(1 + index) }));
        const split = splitParcels({ parcels }, wanted, []);
        const there = sizes.reduce((all, size) => all + size, 0);
        if (wanted > there) return !split.ok && split.error.missing === wanted - there;
        const taken = split.ok ? split.value : [];
        const sum = taken.reduce((all, { quantity }) => all + quantity, 0);
        const fits = taken.every(({ fulfillmentLineGid, quantity }) => {
          const parcel = parcels.find((one) => one.fulfillmentLineItemGid === fulfillmentLineGid);
          return quantity > 0 && quantity <= (parcel?.returnableQuantity ?? 0);
        });
        return split.ok && sum === wanted && fits;
      }),
    );
  });
});
