import type { Facts } from "#app/domain/playbooks/condition.ts";
import type { EventName } from "#app/domain/playbooks/definition.ts";
import type { PlaybookRun } from "#app/domain/playbooks/run.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { MailVariables } from "#app/use-cases/messages/ports.ts";

/** Whom and what a run is about, so that its steps can speak to somebody without asking again. */
export interface RunAbout {
  readonly orderGid?: OrderGid;
  readonly orderName?: string;
  readonly customerGid?: CustomerGid;
  readonly customerName?: string;
  readonly address?: string;
  readonly locale?: string;
  readonly returnId?: string;
  readonly caseId?: string;
  /** What its messages are filled with, beside what is known of a parcel. */
  readonly variables?: MailVariables;
}

/** Something that happened, as the playbooks are told of it. */
export interface ToldEvent {
  readonly name: EventName;
  /** A fulfillment gid, a refund gid, a case id. A playbook runs once per subject, for ever. */
  readonly subject: string;
  /** What is known beside the facts of a parcel, which are read from the database. */
  readonly facts?: Facts;
  /** Whom it is about; for a parcel that is read from the database. */
  readonly about?: RunAbout;
}

/** A run as it is stored. */
export interface StoredRun {
  readonly id: string;
  readonly run: PlaybookRun;
  readonly about: RunAbout;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface PlaybookRunRepository {
  /** Adds the runs whose keys are new and holds them until the transaction ends; answers their ids. */
  addAll(runs: readonly StoredRun[]): Promise<ReadonlySet<string>>;
  /** Reads runs by key and holds them until the transaction ends. */
  lock(keys: readonly string[]): Promise<StoredRun[]>;
  saveAll(runs: readonly StoredRun[]): Promise<void>;
  /** Takes runs that are due, oldest first, leaving out those that another worker has in hand. */
  claimDue(now: Date, limit: number): Promise<StoredRun[]>;
  ofOrder(orderGid: OrderGid): Promise<StoredRun[]>;
}
