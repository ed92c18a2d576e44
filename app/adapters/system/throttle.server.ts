import { createHash } from "node:crypto";
import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Throttle } from "#app/use-cases/ports.ts";

/** Counts attempts in the table `rate_limit`, over all processes; keys are hashed so that no address rests there. */
export function createThrottle(pool: pg.Pool): Throttle {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiter = (limit: number, windowSeconds: number) => {
    const name = `${limit}:${windowSeconds}`;
    const existing = limiters.get(name);
    if (existing) return existing;
    const created = new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: name,
      points: limit,
      duration: windowSeconds,
      clearExpiredByTimeout: false,
    });
    limiters.set(name, created);
    return created;
  };
  return {
    take: async (key, limit, windowSeconds) => {
      try {
        await limiter(limit, windowSeconds).consume(createHash("sha256").update(key).digest("hex"));
        return { allowed: true, retryAfterSeconds: 0 };
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return { allowed: false, retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
        throw refusal;
      }
    },
  };
}
