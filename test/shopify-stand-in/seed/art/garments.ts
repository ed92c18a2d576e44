import type { Paint } from "./paint.ts";

/** Drawings of clothes on an 800 × 1000 canvas, one function per kind. */
export type Drawing = (paint: Paint) => string;

const BODY = "M262 262 C300 300 500 300 538 262 L600 300 L560 440 L556 792 Q400 826 244 792 L240 440 L200 300 Z";
const TORSO = "M286 240 C320 282 480 282 514 240 L580 268 Q602 420 584 800 Q400 836 216 800 Q198 420 220 268 Z";

function seam(d: string, paint: Paint, width = 4): string {
  return stroke(d, { colour: paint.line, width });
}

function stroke(d: string, of: { colour: string; width: number; opacity?: number; dashes?: string }): string {
  const dashes = of.dashes === undefined ? "" : ` stroke-dasharray="${of.dashes}"`;
  return `<path d="${d}" fill="none" stroke="${of.colour}" stroke-width="${of.width}" stroke-linecap="round" opacity="${of.opacity ?? 1}"${dashes}/>`;
}

function fill(d: string, colour: string): string {
  return `<path d="${d}" fill="${colour}"/>`;
}

function shortSleeves(paint: Paint): string {
  return (
    fill("M228 270 L120 420 Q150 470 214 494 L250 420 Z", paint.shade) +
    fill("M572 270 L680 420 Q650 470 586 494 L550 420 Z", paint.shade) +
    seam("M134 408 Q164 452 222 476", paint, 3) +
    seam("M666 408 Q636 452 578 476", paint, 3)
  );
}

function longSleeves(paint: Paint, cuff: boolean): string {
  const left = "M232 262 Q150 330 122 520 L96 772 Q132 798 186 786 L250 470 Z";
  const right = "M568 262 Q650 330 678 520 L704 772 Q668 798 614 786 L550 470 Z";
  const cuffs = cuff
    ? fill("M99 738 L94 778 Q132 804 184 792 L190 752 Q140 764 99 738 Z", paint.deep) +
      fill("M701 738 L706 778 Q668 804 616 792 L610 752 Q660 764 701 738 Z", paint.deep)
    : "";
  return fill(left, paint.shade) + fill(right, paint.shade) + cuffs;
}

function ribs(paint: Paint, [from, to]: readonly [number, number], [top, bottom]: readonly [number, number]): string {
  const lines = [];
  for (let x = from; x <= to; x += 18) lines.push(`M${x} ${top} L${x} ${bottom}`);
  return stroke(lines.join(" "), { colour: paint.line, width: 3, opacity: 0.45 });
}

function crewNeck(paint: Paint): string {
  return (
    fill("M286 240 C320 300 480 300 514 240 Q400 262 286 240 Z", paint.deep) +
    stroke("M280 246 C316 316 484 316 520 246", { colour: paint.shade, width: 14 })
  );
}

function buttons(paint: Paint, ys: readonly number[], x = 400): string {
  return ys.map((y) => `<circle cx="${x}" cy="${y}" r="7" fill="${paint.light}" stroke="${paint.line}" stroke-width="2"/>`).join("");
}

function collar(paint: Paint): string {
  return (
    fill("M318 236 Q400 268 482 236 L472 214 Q400 236 328 214 Z", paint.deep) +
    fill("M326 212 L296 250 L356 334 L400 272 Z", paint.light) +
    fill("M474 212 L504 250 L444 334 L400 272 Z", paint.light) +
    seam("M326 212 L296 250 L356 334 L400 272 L444 334 L504 250 L474 212", paint, 3)
  );
}

const pocket = (paint: Paint): string => fill("M452 420 h86 v78 q-43 26 -86 0 Z", paint.shade) + seam("M452 438 h86", paint, 3);

const plainTee: Drawing = (p) =>
  shortSleeves(p) + fill(TORSO, p.base) + fill("M216 770 Q400 812 585 770 L584 800 Q400 836 216 800 Z", p.shade) + crewNeck(p);

const crewSweater: Drawing = (p) =>
  longSleeves(p, true) +
  fill(TORSO, p.base) +
  fill("M216 754 Q400 794 585 754 L584 804 Q400 840 216 804 Z", p.shade) +
  ribs(p, [236, 566], [778, 808]) +
  crewNeck(p);

export const GARMENTS = {
  tee: plainTee,
  pocketTee: (p) => plainTee(p) + pocket(p),
  stripedTee: (p) =>
    shortSleeves(p) +
    fill(TORSO, p.base) +
    stroke([400, 460, 520, 580, 640, 700, 760].map((y) => `M212 ${y} Q400 ${y + 26} 588 ${y}`).join(" "), { colour: p.light, width: 15 }) +
    crewNeck(p),
  henley: (p) =>
    longSleeves(p, true) + fill(TORSO, p.base) + crewNeck(p) + fill("M382 292 h36 v142 h-36 Z", p.shade) + buttons(p, [322, 366, 410]),
  polo: (p) => shortSleeves(p) + fill(TORSO, p.base) + fill("M384 268 h32 v150 h-32 Z", p.shade) + collar(p) + buttons(p, [352, 396]),
  shirt: (p) =>
    longSleeves(p, true) +
    fill(TORSO, p.base) +
    fill("M386 262 h28 v560 h-28 Z", p.shade) +
    seam("M386 270 V818 M414 270 V818", p, 2) +
    collar(p) +
    pocket(p) +
    buttons(p, [370, 450, 530, 610, 690, 770]),
  sweater: crewSweater,
  cableKnit: (p) =>
    crewSweater(p) +
    stroke(
      [310, 400, 490]
        .map((x) => `M${x} 330 q28 28 0 56 q-28 28 0 56 q28 28 0 56 q-28 28 0 56 q28 28 0 56 q-28 28 0 56 q28 28 0 56`)
        .join(" "),
      { colour: p.line, width: 7, opacity: 0.55 },
    ) +
    stroke(
      [310, 400, 490]
        .map((x) => `M${x} 330 q-28 28 0 56 q28 28 0 56 q-28 28 0 56 q28 28 0 56 q-28 28 0 56 q28 28 0 56 q-28 28 0 56`)
        .join(" "),
      { colour: p.line, width: 7, opacity: 0.35 },
    ),
  turtleneck: (p) =>
    longSleeves(p, true) +
    fill(TORSO, p.base) +
    fill("M216 754 Q400 794 585 754 L584 804 Q400 840 216 804 Z", p.shade) +
    fill("M312 168 Q400 188 488 168 L502 262 Q400 300 298 262 Z", p.shade) +
    ribs(p, [322, 480], [192, 264]),
  cardigan: (p) =>
    longSleeves(p, true) +
    fill(TORSO, p.base) +
    fill("M286 240 L400 470 L514 240 Q400 270 286 240 Z", p.deep) +
    stroke("M286 240 L400 470 L514 240 M400 470 V822", { colour: p.shade, width: 20 }) +
    buttons(p, [510, 580, 650, 720, 790]) +
    pocketPair(p),
  knitVest: (p) =>
    fill(BODY, p.base) +
    fill("M262 262 L400 480 L538 262 Q400 306 262 262 Z", p.deep) +
    stroke("M262 262 L400 480 L538 262", { colour: p.shade, width: 18 }) +
    ribs(p, [260, 548], [764, 800]),
  jacket: (p) =>
    longSleeves(p, true) +
    fill(TORSO, p.base) +
    seam("M400 276 V818", p, 6) +
    fill("M300 226 L262 262 L352 372 L400 280 Z", p.shade) +
    fill("M500 226 L538 262 L448 372 L400 280 Z", p.shade) +
    fill("M246 470 h120 v34 h-120 Z M434 470 h120 v34 h-120 Z", p.shade) +
    pocketPair(p) +
    buttons(p, [430, 530, 630, 730], 384),
  coat: (p) =>
    fill(
      "M232 242 Q146 312 118 500 L96 782 Q134 808 188 796 L250 470 Z M568 242 Q654 312 682 500 L704 782 Q666 808 612 796 L550 470 Z",
      p.shade,
    ) +
    fill("M290 214 L510 214 L582 258 Q600 420 612 908 Q400 940 188 908 Q200 420 218 258 Z", p.base) +
    fill("M300 210 L256 258 L360 452 L404 262 Z M500 210 L544 258 L440 452 L396 262 Z", p.shade) +
    seam("M400 430 V926", p, 5) +
    fill("M240 640 h112 v30 h-112 Z M448 640 h112 v30 h-112 Z", p.deep) +
    buttons(p, [500, 590, 680], 366) +
    buttons(p, [500, 590, 680], 434),
  raincoat: (p) =>
    fill(
      "M232 262 Q150 330 122 520 L96 800 Q132 826 186 814 L250 470 Z M568 262 Q650 330 678 520 L704 800 Q668 826 614 814 L550 470 Z",
      p.shade,
    ) +
    fill("M286 250 L514 250 L582 280 Q604 440 612 880 Q400 912 188 880 Q196 440 218 280 Z", p.base) +
    fill("M300 262 Q278 140 400 128 Q522 140 500 262 Q400 318 300 262 Z", p.shade) +
    fill("M334 258 Q326 178 400 172 Q474 178 466 258 Q400 292 334 258 Z", p.deep) +
    seam("M400 300 V896", p, 5) +
    fill("M232 690 h130 v112 h-130 Z M438 690 h130 v112 h-130 Z", p.shade) +
    seam("M232 716 h130 M438 716 h130", p, 3) +
    buttons(p, [380, 470, 560, 650]),
  trousers: (p) =>
    legs(p, 70) + seam("M318 200 L300 420 M482 200 L500 420", p, 3) + fill("M262 168 h276 v40 h-276 Z", p.shade) + buttons(p, [188]),
  jeans: (p) =>
    legs(p, 40) +
    fill("M262 168 h276 v42 h-276 Z", p.shade) +
    seam("M276 214 Q296 274 352 276 M524 214 Q504 274 448 276", p, 4) +
    stroke("M400 210 V330 M262 860 h98 M440 860 h98", { colour: p.line, width: 4, dashes: "10 8" }) +
    buttons(p, [190]),
  linenTrousers: (p) =>
    legs(p, 110) +
    fill("M262 168 h276 v40 h-276 Z", p.shade) +
    ribs(p, [276, 530], [172, 204]) +
    seam("M380 206 q-26 60 -40 90 M420 206 q26 60 40 90", p, 7),
  shorts: (p) =>
    fill("M262 250 h276 L606 640 Q520 668 424 652 L400 470 L376 652 Q280 668 194 640 Z", p.base) +
    fill("M262 250 h276 v44 h-276 Z", p.shade) +
    seam("M400 294 V470 M268 300 L244 390 M532 300 L556 390", p, 4) +
    seam("M200 616 Q290 642 374 626 M600 616 Q510 642 426 626", p, 3),
  dress: (p) =>
    fill("M316 170 C350 220 450 220 484 170 L540 196 L520 430 L640 872 Q400 924 160 872 L280 430 L260 196 Z", p.base) +
    fill("M316 170 C350 232 450 232 484 170 Q400 196 316 170 Z", p.deep) +
    fill("M280 424 Q400 452 520 424 L526 462 Q400 488 274 462 Z", p.shade) +
    stroke("M340 480 L290 880 M400 486 V900 M460 480 L510 880", { colour: p.line, width: 3, opacity: 0.6 }),
  shirtDress: (p) =>
    longSleeves(p, true) +
    fill("M286 230 L514 230 L572 262 L548 480 L618 890 Q400 926 182 890 L252 480 L228 262 Z", p.base) +
    fill("M252 480 Q400 508 548 480 L552 520 Q400 546 248 520 Z", p.deep) +
    fill("M386 262 h28 v640 h-28 Z", p.shade) +
    collar(p) +
    buttons(p, [370, 440, 590, 670, 750, 830]),
  skirt: (p) =>
    fill("M286 230 h228 L640 800 Q400 856 160 800 Z", p.base) +
    fill("M282 216 h236 v48 h-236 Z", p.shade) +
    stroke("M330 268 L262 806 M400 268 V822 M470 268 L538 806", { colour: p.line, width: 4, opacity: 0.6 }),
} satisfies Record<string, Drawing>;

function pocketPair(paint: Paint): string {
  return (
    fill("M250 630 h104 v108 q-52 18 -104 0 Z M446 630 h104 v108 q-52 18 -104 0 Z", paint.shade) +
    seam("M250 654 h104 M446 654 h104", paint, 3)
  );
}

function legs(paint: Paint, flare: number): string {
  const out = flare / 2;
  return (
    fill(`M262 170 h276 L${560 + out} 880 Q${500} 900 440 884 L400 400 L360 884 Q300 900 ${240 - out} 880 Z`, paint.base) +
    fill(`M400 210 L400 400 L440 884 L418 882 L392 430 Z`, paint.shade) +
    seam(`M${246 - out} 850 Q300 868 362 856 M${554 + out} 850 Q500 868 438 856`, paint, 3)
  );
}
