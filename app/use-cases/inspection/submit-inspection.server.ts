import type { Finding, FindingsInvalid, Judged } from "#app/domain/inspection/findings.ts";
import { fateInShopify, findingsOf, unitsIn, worstCondition } from "#app/domain/inspection/findings.ts";
import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import { MOST_INSPECTION_PHOTOS } from "#app/domain/inspection/inspection-settings.ts";
import { eventsFor, isRepair } from "#app/domain/returns/return.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { PhotoRefused } from "#app/use-cases/returns/add-evidence.server.ts";
import { photoProblem } from "#app/use-cases/returns/add-evidence.server.ts";
import { foundAfterPayment, noteGoodsArrived, openUnderpaid } from "#app/use-cases/returns/goods-after-payment.server.ts";
import type { ReturnUnknown } from "#app/use-cases/returns/cancel-return.server.ts";
import type { MoveRefused } from "#app/use-cases/returns/move-return.server.ts";
import { moveReturn } from "#app/use-cases/returns/move-return.server.ts";
import type { StoredReturn, StoredReturnLine } from "#app/use-cases/returns/ports.ts";
import { tellRepair } from "#app/use-cases/returns/tell-repair.server.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { InspectedFigures } from "./inspected-figures.server.ts";
import { figuresOf } from "./inspected-figures.server.ts";
import type { InspectionPhoto } from "./inspection-photos.server.ts";
import { keepInspectionPhotos } from "./inspection-photos.server.ts";
import type { RegradedReturn } from "./regrade-return.server.ts";
import { regradeReturn } from "./regrade-return.server.ts";
import { noteRegrade } from "./note-regrade.server.ts";
import { tellInspected } from "./tell-inspected.server.ts";

/** What somebody in the warehouse found, as their phone sends it. */
export interface InspectionWanted {
  /** A UUID that the phone made before its first try; the same key is one inspection, however often it arrives. */
  readonly key: string;
  readonly returnId: string;
  /** "staff:{id}". */
  readonly actor: string;
  /** Lines that are not named did not come. */
  readonly lines: readonly JudgedLine[];
  readonly photos: readonly InspectionPhoto[];
}

export interface JudgedLine {
  readonly lineId: string;
  readonly judged: readonly Judged[];
}

export interface LineUnknown extends Refusal {
  /** Names a line, or a photo's line, that is not of this return. */
  readonly code: "line_unknown";
}

export type InspectionRefused = ReturnUnknown | MoveRefused | FindingsInvalid | LineUnknown | PhotoRefused;

/**
 * Books the goods in as they were found: received if nobody had, judged by the shop's grades, photos kept, the shopper told what it comes
 * to, unless it was paid at the carrier's scan. Where the policy looks at the condition, every decision is taken again; what that makes worse waits
 * for staff, and the shopper is told once they chose. What is to be repaired is counted and not judged. The same key again changes nothing and answers the same. Refuses with `return_unknown`, `not_allowed` (not on its way, or judged
 * before), `changed_meanwhile`, `grade_unknown`, `quantity_invalid`, `line_unknown` or a photo's problem.
 */
export async function submitInspection(ctx: ShopContext, wanted: InspectionWanted): Promise<Result<StoredReturn, InspectionRefused>> {
  const { record, earlier, grades } = await ctx.transaction(async (tx) => ({
    record: await tx.returns.find(wanted.returnId),
    earlier: await tx.inspections.find(wanted.key),
    grades: (await readSetting(tx, ctx.shop, "inspection")).grades,
  }));
  if (!record) return refuse({ code: "return_unknown" });
  if (earlier) return earlier.returnId === record.id ? ok(record) : refuse({ code: "return_unknown" });
  if (!canInspect(record)) return refuse({ code: "not_allowed" });
  const judged = judge(record, wanted, grades);
  if (!judged.ok) return judged;
  const regraded = await ctx.transaction((tx) => regradeReturn(tx, ctx, { ...record, lines: judged.value }));
  const figures = await figuresOf(ctx, regraded.record);
  return ctx.transaction((tx) => book(tx, ctx, { wanted, lines: judged.value, regraded, figures }));
}

/** On its way or here, and not judged yet. */
function canInspect(record: StoredReturn): boolean {
  const events = eventsFor(record, "staff");
  return events.includes("receive") || events.includes("inspect");
}

function judge(
  record: StoredReturn,
  { lines, photos }: InspectionWanted,
  grades: readonly Grade[],
): Result<StoredReturnLine[], FindingsInvalid | LineUnknown | PhotoRefused> {
  const isKnown = ({ lineId }: { lineId: string }) => record.lines.some(({ id }) => id === lineId);
  if (![...lines, ...photos].every(isKnown)) return refuse({ code: "line_unknown" });
  if (photos.length > MOST_INSPECTION_PHOTOS) return refuse({ code: "photo_too_many" });
  for (const photo of photos) {
    const code = photoProblem(photo);
    if (code) return refuse({ code });
  }
  const judged: StoredReturnLine[] = [];
  for (const line of record.lines) {
    const told = lines.filter(({ lineId }) => lineId === line.id).flatMap((one) => one.judged);
    const findings = findingsOf(grades, told, line.quantity);
    if (!findings.ok) return findings;
    judged.push(foundLine(line, findings.value));
  }
  return ok(judged);
}

function foundLine(line: StoredReturnLine, findings: readonly Finding[]): StoredReturnLine {
  const [first] = findings;
  const disposition = first ? fateInShopify(first.fate) : "missing";
  return { ...line, receivedQuantity: unitsIn(findings), condition: worstCondition(findings), disposition, findings };
}

interface Booking {
  readonly wanted: InspectionWanted;
  readonly lines: readonly StoredReturnLine[];
  readonly regraded: RegradedReturn;
  readonly figures: InspectedFigures;
}

/** All of it or nothing: the key, both steps of the status table, photos and the mail. */
async function book(
  tx: Repositories,
  ctx: ShopContext,
  { wanted, lines, regraded, figures }: Booking,
): Promise<Result<StoredReturn, ReturnUnknown | MoveRefused>> {
  const { key, returnId, actor, photos } = wanted;
  const record = await tx.returns.find(returnId);
  if (!record) return refuse({ code: "return_unknown" });
  if (!canInspect(record)) return (await tx.inspections.find(key)) ? ok(record) : refuse({ code: "not_allowed" });
  if (!(await tx.inspections.claim({ key, returnId, actor, at: ctx.clock.now() }))) return ok(record);
  // What was paid at the carrier's scan is not paid again: the inspection only ends it.
  const isPaid = record.status === "refunded";
  if (isPaid !== (regraded.record.status === "refunded")) throw new InspectionLost("changed_meanwhile");
  const received = isPaid || record.status === "received" ? ok(record) : await receive(tx, ctx, { record, lines, actor });
  if (!received.ok) throw new InspectionLost(received.error.code);
  const evidence = await keepInspectionPhotos(tx, ctx, { record, photos });
  if (isRepair(record)) {
    await tellRepair(tx, ctx, { record: received.value, news: "repair_received" });
    return received;
  }
  const { regrade } = regraded.record;
  const late = isPaid ? foundAfterPayment({ ...record, regrade }, lines) : {};
  const detail = { key, photos: evidence, lines: lines.map(({ id, findings }) => ({ lineId: id, findings })), ...late, ...figures.payout };
  const waits = regrade?.state === "waiting" ? { errorCode: "condition_choice" } : {};
  const change = { lines, regrade, ...waits, ...(isPaid ? { closedAt: ctx.clock.now() } : {}) };
  const moved = await moveReturn(tx, ctx, { record: received.value, event: "inspect", actor, change, detail });
  if (!moved.ok) throw new InspectionLost(moved.error.code);
  await noteRegrade(tx, ctx, { record: moved.value, decisions: regraded.decisions, figures });
  if (isPaid) await noteGoodsArrived(tx, ctx, moved.value);
  else if (regrade?.state !== "waiting") await tellInspected(tx, ctx, { record: moved.value, payout: figures.payout });
  if (late.tooLittle) await openUnderpaid(tx, ctx, { record: moved.value, amount: late.tooLittle });
  return moved;
}

/** Somebody changed the return between two steps; nothing of it may stay, and the phone sends it again. */
class InspectionLost extends Error {}

function receive(
  tx: Repositories,
  ctx: ShopContext,
  { record, lines, actor }: { record: StoredReturn; lines: readonly StoredReturnLine[]; actor: string },
) {
  const counts = lines.map(({ id, receivedQuantity }) => ({ lineId: id, quantity: receivedQuantity }));
  // What is to be mended is not judged: its condition is why it is here.
  const counted = record.lines.map((line) => ({
    ...line,
    receivedQuantity: counts.find(({ lineId }) => lineId === line.id)?.quantity ?? 0,
  }));
  return moveReturn(tx, ctx, {
    ...{ record, event: "receive", actor, detail: { lines: counts } },
    ...(isRepair(record) ? { change: { lines: counted } } : {}),
  });
}
