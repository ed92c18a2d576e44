import { useState } from "react";
import type { GiftAnswer, GiftCommand, GiftsView } from "./gift-view.ts";

export interface Gifts {
  /** Undefined until staff ask for them. */
  readonly gifts: GiftsView | undefined;
  readonly isBusy: boolean;
  /** Why the last thing did not happen. */
  readonly problem: string | undefined;
  readonly read: () => void;
  /** Answers whether it was done. */
  readonly run: (command: GiftCommand) => Promise<boolean>;
}

/** Reads and changes the gift codes of an order; Shopify is asked only once somebody looks. */
export function useGifts(orderGid: string): Gifts {
  const [gifts, setGifts] = useState<GiftsView>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const send = async (asking: () => Promise<Response>): Promise<boolean> => {
    setBusy(true);
    const answer = await asking().catch(() => undefined);
    const said = (await answer?.json().catch(() => undefined)) as GiftAnswer | undefined;
    setBusy(false);
    setProblem(said?.ok ? undefined : (said?.code ?? "invalid_request"));
    if (said?.ok) setGifts(said.gifts);
    return said?.ok ?? false;
  };
  return {
    ...{ gifts, isBusy, problem },
    read: () => void send(() => fetch(`/app/gifts?order=${encodeURIComponent(orderGid)}`)),
    run: (command) => {
      const body = new FormData();
      body.set("order", orderGid);
      body.set("command", JSON.stringify(command));
      return send(() => fetch("/app/gifts", { method: "POST", body }));
    },
  };
}
