const PATHS = {
  check: "M4.5 10.5l3.5 3.5 7.5-8",
  alert: "M10 6v5m0 3v.01M10 2.5l8 14.5H2z",
  parcel: "M3 6.5l7-3.5 7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7",
  keep: "M3.5 9l6.5-5.5L16.5 9v7.5h-4v-5h-5v5h-4z",
  swap: "M4 7h11m-3-3l3 3-3 3M16 13H5m3 3l-3-3 3-3",
  money: "M2.5 5.5h15v9h-15zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  gift: "M3.5 9h13v8h-13zM2.5 6h15v3h-15zM10 6v11M10 6C7 6 6 3 7.5 2.7S10 6 10 6s1-3.6 2.5-3.3S13 6 10 6z",
  several: "M3 5.5h3m3 0h8M3 10h3m3 0h8M3 14.5h3m3 0h8",
  wrench: "M12.5 3a4 4 0 0 0-3.9 5L3 13.6 6.4 17l5.6-5.6A4 4 0 0 0 17 7.5l-2.5 1-2-2 1-2.5z",
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon in the text's own colour; always beside words, so it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" className="amends-icon">
      <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
