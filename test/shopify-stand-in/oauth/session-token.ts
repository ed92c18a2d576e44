import { jwtVerify, SignJWT } from "jose";
import type { World } from "../world.ts";

const SECONDS = 60;

const keyOf = (world: World): Uint8Array => new TextEncoder().encode(world.options.apiSecret);

/** The token that App Bridge's `shopify.idToken()` gives: HS256 with the app's secret, one minute of the stand-in's time. */
export async function sessionToken(world: World, shop: string, claims: { userId?: string } = {}): Promise<string> {
  const now = Math.floor(world.clock.now().getTime() / 1000);
  return new SignJWT({ dest: `https://${shop}`, sid: world.ids.uuid("session") })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(`https://${shop}/admin`)
    .setAudience(world.options.apiKey)
    .setSubject(claims.userId ?? "42")
    .setJti(world.ids.uuid("token"))
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + SECONDS)
    .sign(keyOf(world));
}

/** The user the token speaks for, or undefined when it is forged, stale, or for another shop or app. */
export async function readSessionToken(world: World, token: string, shop: string): Promise<{ userId: string } | undefined> {
  try {
    const { payload } = await jwtVerify(token, keyOf(world), {
      audience: world.options.apiKey,
      issuer: `https://${shop}/admin`,
      algorithms: ["HS256"],
      currentDate: world.clock.now(),
      clockTolerance: 10,
    });
    return payload["dest"] === `https://${shop}` ? { userId: payload.sub ?? "" } : undefined;
  } catch {
    return undefined;
  }
}
