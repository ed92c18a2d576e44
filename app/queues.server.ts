import { installQueues } from "./adapters/queue/queue.server.ts";
import { JOB_PAYLOADS, JOB_TRIES } from "./use-cases/job-payloads.ts";

/** Installs the queue's schema and every queue; part of preparing a database. */
export function prepareQueues(client: Parameters<typeof installQueues>[0], isEmbedded: boolean): Promise<void> {
  const names = Object.keys(JOB_PAYLOADS);
  return installQueues(
    client,
    isEmbedded,
    names.map((name) => ({
      name,
      retryLimit: JOB_TRIES - 1,
      onePerKey: ["sweep-due", "reconcile-orders", "check-rollups", "reconcile-money"].includes(name),
    })),
  );
}
