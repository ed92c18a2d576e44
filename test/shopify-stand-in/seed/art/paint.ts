/** The tones that a drawing needs of one colour: `base` for the thing, `shade` for folds and insides, `line` for seams, `light` for highlights. */
export interface Paint {
  base: string;
  shade: string;
  deep: string;
  line: string;
  light: string;
}

export const COLOURS: Readonly<Record<string, string>> = {
  Black: "#2b2b2e",
  Blush: "#e0b4a6",
  Charcoal: "#54575c",
  Clay: "#bd7656",
  Cream: "#f1e6cf",
  Indigo: "#43547f",
  Ink: "#2a3646",
  Moss: "#66724b",
  Mustard: "#d2a041",
  Navy: "#2f4263",
  Oat: "#dccfb6",
  Plum: "#714459",
  Rust: "#a9522f",
  Sage: "#9db097",
  Sky: "#a5c0d4",
  Stone: "#c4bbab",
  Terracotta: "#c76c48",
  White: "#faf8f3",
};

export function paintOf(colour: string): Paint {
  const base = COLOURS[colour] ?? "#b9b2a6";
  const dark = luminance(base) < 0.35;
  return {
    base,
    shade: mix(base, "#1f1b16", dark ? 0.22 : 0.1),
    deep: mix(base, "#1f1b16", dark ? 0.4 : 0.24),
    line: dark ? mix(base, "#ffffff", 0.24) : mix(base, "#1f1b16", 0.34),
    light: mix(base, "#ffffff", dark ? 0.12 : 0.42),
  };
}

/** A quiet background that goes with the colour, never so near to it that the thing is lost. */
export function backdropOf(colour: string): { wall: string; floor: string; glow: string } {
  const base = COLOURS[colour] ?? "#b9b2a6";
  const pale = luminance(base) > 0.78;
  const wall = pale ? "#d9d2c4" : mix(base, "#f4efe6", 0.82);
  return { wall, floor: mix(wall, "#8a7f6d", 0.13), glow: mix(wall, "#ffffff", 0.45) };
}

function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  return `#${a.map((value, index) => hex(value + ((b[index] ?? 0) - value) * share)).join("")}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, "0");
}
