import pino from "pino";
import type { Log } from "#app/use-cases/ports.ts";

/** Structured log on standard output; tokens, codes and addresses are never logged fields. */
export function createLog(level: string): Log & { child(fields: object): Log } {
  return pino({
    level,
    serializers: { error: pino.stdSerializers.err },
    redact: ["accessToken", "refreshToken", "authorization", "id_token", "email", "code"],
  });
}
