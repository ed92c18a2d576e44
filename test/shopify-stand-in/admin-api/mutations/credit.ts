import { amount } from "../../money/amount.ts";
import { kindOf } from "../../state/gids.ts";
import { creditCustomer } from "../../returns/store-credit.ts";
import { input, type Fields } from "../context.ts";
import { userError } from "../errors.ts";
import { done, failed } from "./payload.ts";
import type { MoneyInput } from "./refund.ts";

const NAME = "storeCreditAccountTransaction";

/** The largest balance an account may reach, in units of its currency. */
const CREDIT_LIMIT_UNITS = 100_000;

export const creditMutations: Fields<unknown> = {
  storeCreditAccountCredit: (_root, args, ctx) => {
    const id = String(args["id"]);
    const { creditAmount, expiresAt } = input<{ creditAmount: MoneyInput; expiresAt?: string | null }>(args, "creditInput");
    const account = ctx.shop.credits.get(id);
    const customer = ctx.shop.customers.get(account?.customerId ?? id);
    if (kindOf(id) === "StoreCreditAccount" && !account)
      return failed(NAME, userError(["id"], "Store credit account does not exist", "ACCOUNT_NOT_FOUND"));
    if (!customer) return failed(NAME, userError(["id"], "Owner does not exist", "OWNER_NOT_FOUND"));
    const value = amount(creditAmount.amount, creditAmount.currencyCode);
    const field = ["creditInput", "creditAmount"];
    if (value.minor <= 0)
      return failed(
        NAME,
        userError([...field, "amount"], "A positive amount must be used to credit a store credit account", "NEGATIVE_OR_ZERO_AMOUNT"),
      );
    if (account && account.balance.currency !== value.currency) {
      return failed(
        NAME,
        userError(
          [...field, "currencyCode"],
          "The currency provided does not match the currency of the store credit account",
          "MISMATCHING_CURRENCY",
        ),
      );
    }
    if (!ctx.shop.shop.presentmentCurrencies.includes(value.currency)) {
      return failed(NAME, userError([...field, "currencyCode"], "Currency is not supported", "UNSUPPORTED_CURRENCY"));
    }
    if (expiresAt && new Date(expiresAt) <= ctx.world.clock.now()) {
      return failed(NAME, userError(["creditInput", "expiresAt"], "The expiry date must be in the future", "EXPIRES_AT_IN_PAST"));
    }
    const before = [...ctx.shop.credits.values()].find((one) => one.customerId === customer.id && one.balance.currency === value.currency);
    if (Number(before?.balance.minor ?? 0) + value.minor > CREDIT_LIMIT_UNITS * 100) {
      return failed(
        NAME,
        userError([...field, "amount"], "The operation would cause the account's credit limit to be exceeded", "CREDIT_LIMIT_EXCEEDED"),
      );
    }
    const credited = creditCustomer(ctx, {
      customerId: customer.id,
      amount: value,
      expiresAt: expiresAt ?? null,
      event: "ADJUSTMENT",
      orderId: null,
    });
    return done(NAME, { ...credited.transaction, account: credited.account });
  },
};
