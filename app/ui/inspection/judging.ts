import type { Grade } from "#app/domain/inspection/inspection-settings.ts";
import type { GoodsView } from "#app/ui/returns/return-view.ts";
import type { ExpectedReturn } from "./inspection-json.ts";
import type { KeptInspection } from "./kept-inspections.ts";

/** Some units of one line judged alike, as it is tapped in. */
export interface Judgement {
  readonly gradeId: string;
  readonly quantity: number;
  readonly fate: string;
}

export interface TakenPhoto {
  readonly lineId: string;
  readonly file: Blob;
  /** For the small picture. */
  readonly url: string;
}

/** By line. A line that is not in it was not looked at yet. */
export type Judgements = Readonly<Record<string, readonly Judgement[]>>;

/** How many units of a line nobody has judged; they count as missing. */
export function unitsLeft(line: Pick<GoodsView, "quantity">, judged: readonly Judgement[]): number {
  return line.quantity - judged.reduce((all, { quantity }) => all + quantity, 0);
}

/** All units that are left with one grade; the usual case is one tap. */
export function withGrade(line: GoodsView, judged: readonly Judgement[], grade: Grade): Judgement[] {
  const left = unitsLeft(line, judged);
  return left < 1
    ? [{ gradeId: grade.id, quantity: line.quantity, fate: grade.fate }]
    : [...judged, { gradeId: grade.id, quantity: left, fate: grade.fate }];
}

/** Another count for one judgement; none takes it away, more than there are is cut. */
export function withQuantity(
  line: GoodsView,
  judged: readonly Judgement[],
  { index, quantity }: { index: number; quantity: number },
): Judgement[] {
  const others = judged.reduce((all, one, position) => (position === index ? all : all + one.quantity), 0);
  const next = Math.max(0, Math.min(quantity, line.quantity - others));
  return judged.flatMap((one, position) => (position !== index ? [one] : next === 0 ? [] : [{ ...one, quantity: next }]));
}

/**
 * The returns of a parcel that an inspection is about: where several orders share it, one of which nothing was judged may come later and stays
 * open. A return that is alone is always meant.
 */
export function lookedAt(open: readonly ExpectedReturn[], judgements: Judgements): readonly ExpectedReturn[] {
  const looked = open.filter(({ lines }) => lines.some(({ id }) => (judgements[id] ?? []).length > 0));
  return looked.length > 0 ? looked : open.slice(0, 1);
}

/** What is sent; lines without judgement did not come. */
export function toInspection(
  expected: ExpectedReturn,
  found: { readonly judgements: Judgements; readonly photos: readonly TakenPhoto[] },
  made: { readonly key: string; readonly at: number },
): KeptInspection {
  return {
    key: made.key,
    returnId: expected.id,
    name: expected.name,
    lines: expected.lines.map(({ id }) => ({ lineId: id, judged: [...(found.judgements[id] ?? [])] })),
    photos: found.photos
      .filter(({ lineId }) => expected.lines.some(({ id }) => id === lineId))
      .map(({ lineId, file }) => ({ lineId, file })),
    madeAt: made.at,
  };
}
