import { GARMENTS, type Drawing } from "./garments.ts";
import { HOME_GOODS } from "./home-goods.ts";
import { backdropOf, paintOf } from "./paint.ts";

const DRAWINGS: Readonly<Record<string, Drawing>> = { ...GARMENTS, ...HOME_GOODS };

export type ProductShape = keyof typeof GARMENTS | keyof typeof HOME_GOODS;

export const IMAGE_WIDTH = 800;
export const IMAGE_HEIGHT = 1000;

/** Draws one product in one colour, or answers undefined for a shape that nobody drew. */
export function productImage(shape: string, colour: string): string | undefined {
  const draw = DRAWINGS[shape];
  if (!draw) return undefined;
  const { wall, floor, glow } = backdropOf(colour);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${IMAGE_WIDTH}" height="${IMAGE_HEIGHT}" viewBox="0 0 ${IMAGE_WIDTH} ${IMAGE_HEIGHT}">`,
    `<defs><radialGradient id="g" cx=".5" cy=".42" r=".75"><stop offset="0" stop-color="${glow}"/><stop offset="1" stop-color="${wall}"/></radialGradient></defs>`,
    `<rect width="${IMAGE_WIDTH}" height="${IMAGE_HEIGHT}" fill="url(#g)"/>`,
    `<ellipse cx="400" cy="884" rx="270" ry="30" fill="${floor}"/>`,
    `<g stroke-linejoin="round">${draw(paintOf(colour))}</g></svg>`,
  ].join("");
}
