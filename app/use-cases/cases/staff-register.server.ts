import { z } from "zod";
import { plainText } from "#app/domain/shared/plain-text.ts";
import type { Repositories } from "#app/use-cases/ports.ts";

/** Shopify tells an app a staff member's id and nothing else, so names are what people call themselves here. */
const registerSchema = z.record(z.string(), z.object({ name: z.string().max(60) }));

/** The settings document that holds the register. */
const DOCUMENT = "staff";

/** A person who works with cases; `name` is empty until they give one, and is what customers read under an answer. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
}

/** Everyone who ever worked with a case, by name. */
export async function readStaff(tx: Repositories): Promise<StaffMember[]> {
  const stored = await tx.settings.read(DOCUMENT);
  const people = Object.entries(registerSchema.parse(stored?.value ?? {}));
  return people.map(([id, { name }]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Puts a person on the register, with a name when one is given; the register of somebody who is known and says nothing new stays as it is. */
export async function registerStaff(tx: Repositories, { id, name, at }: { id: string; name?: string; at: Date }): Promise<StaffMember> {
  const stored = await tx.settings.read(DOCUMENT);
  const people = registerSchema.parse(stored?.value ?? {});
  const given = name && plainText(name).slice(0, 60);
  const member = { name: given || people[id]?.name || "" };
  if (people[id]?.name !== member.name) {
    const options = { expectedVersion: stored?.version ?? 0, by: `staff:${id}`, at };
    // Somebody else registering at the same moment is no reason to fail; the next step registers again.
    await tx.settings.save(DOCUMENT, { ...people, [id]: member }, options);
  }
  return { id, ...member };
}
