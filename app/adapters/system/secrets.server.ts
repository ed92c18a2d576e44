import { createHmac, hkdfSync, randomInt } from "node:crypto";
import { SignJWT, jwtVerify } from "jose";
import type { Clock, Secrets, Tokens, Vault } from "#app/use-cases/ports.ts";
import type { Sealing } from "./sealing.server.ts";

/** Keys of our own, derived from the app secret so that a token of ours can never pass for one of Shopify's. */
function deriveKey(apiSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", apiSecret, "amends", purpose, 32));
}

/** Hashes and codes of one shop. */
export function createSecrets(apiSecret: string, shopId: string): Secrets {
  return {
    digest: (purpose, text) =>
      createHmac("sha256", deriveKey(apiSecret, `digest:${purpose}:${shopId}`))
        .update(text)
        .digest("hex"),
    code: (digits) =>
      randomInt(0, 10 ** digits)
        .toString()
        .padStart(digits, "0"),
  };
}

/** Signed statements of one shop: HS256, bound to the shop by audience and to one purpose by subject. */
export function createTokens(apiSecret: string, shopId: string, clock: Clock): Tokens {
  const key = deriveKey(apiSecret, "tokens");
  return {
    sign: (purpose, claims, expiresAt) =>
      new SignJWT({ c: claims })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(purpose)
        .setAudience(shopId)
        .setIssuedAt(clock.now())
        .setExpirationTime(expiresAt)
        .sign(key),
    verify: async (purpose, token) => {
      try {
        const { payload } = await jwtVerify<{ c: Record<string, string> }>(token, key, {
          subject: purpose,
          audience: shopId,
          algorithms: ["HS256"],
          currentDate: clock.now(),
        });
        return payload.c;
      } catch {
        return undefined;
      }
    },
  };
}

/** What one shop entrusts to us: sealed for this shop, it opens nowhere else. */
export function createVault(sealing: Sealing, shopId: string): Vault {
  const labelOf = (label: string) => `${shopId}:${label}`;
  return {
    seal: (text, label) => sealing.seal(text, labelOf(label)),
    open: (sealed, label) => sealing.open(sealed, labelOf(label)),
  };
}
