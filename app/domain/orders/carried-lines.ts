/**
 * The lines of an order that a parcel carries. Where nobody said what it carries, as in a shop's imported history, all of them stand for it.
 */
export function carriedLines<Line extends { readonly gid: string }>(
  shipment: { readonly lines: readonly { readonly lineGid: string }[] },
  lines: readonly Line[],
): readonly Line[] {
  const carried = new Set(shipment.lines.map(({ lineGid }) => lineGid));
  return carried.size === 0 ? lines : lines.filter(({ gid }) => carried.has(gid));
}
