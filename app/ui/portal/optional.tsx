import type { Portal } from "./portal.ts";

/** A field may be left out while another one has one of these values, which the custom element follows. */
export interface OptionalWhile {
  readonly field: string;
  readonly values: readonly string[];
  /** Whether that is so in what was sent last. */
  readonly isMet: boolean;
}

/** Says that a field may be left out; `when` tells that it depends on another one. */
export function Optional({ portal, when }: { readonly portal: Portal; readonly when?: OptionalWhile | undefined }) {
  const shown = when ? { "data-amends-when": [when.field, ...when.values].join(" "), hidden: !when.isMet } : {};
  return (
    <span className="amends-muted" {...shown}>
      ({portal.t("frame.optional")})
    </span>
  );
}
