import type { Drawing } from "./garments.ts";
import type { Paint } from "./paint.ts";

function fill(d: string, colour: string): string {
  return `<path d="${d}" fill="${colour}"/>`;
}

function line(d: string, paint: Paint, width = 4): string {
  return `<path d="${d}" fill="none" stroke="${paint.line}" stroke-width="${width}" stroke-linecap="round"/>`;
}

function fringe(paint: Paint, [from, to]: readonly [number, number], y: number): string {
  const strands = [];
  for (let x = from; x <= to; x += 16) strands.push(`M${x} ${y} v34`);
  return line(strands.join(" "), paint, 5);
}

function folded(paint: Paint, layers: number): string {
  return Array.from({ length: layers }, (_, index) => {
    const y = 700 - index * 92;
    return (
      `<rect x="${170 + index * 6}" y="${y}" width="${460 - index * 12}" height="92" rx="40" fill="${index % 2 ? paint.shade : paint.base}"/>` +
      line(`M${214 + index * 6} ${y + 46} H${590 - index * 6}`, paint, 3)
    );
  }).join("");
}

export const HOME_GOODS = {
  scarf: (p) =>
    fill("M262 250 Q400 170 538 250 Q566 330 520 366 Q400 300 280 366 Q234 330 262 250 Z", p.shade) +
    fill("M300 344 Q350 330 396 350 L420 850 Q352 866 290 850 Z", p.base) +
    fill("M430 340 Q486 330 516 352 L546 760 Q494 776 440 762 Z", p.shade) +
    line("M296 760 L416 760 M294 724 L412 724 M440 690 L540 690", p, 8) +
    fringe(p, [300, 412], 852) +
    fringe(p, [450, 538], 762),
  beanie: (p) =>
    fill("M210 600 Q206 300 400 288 Q594 300 590 600 Z", p.base) +
    `<circle cx="400" cy="268" r="44" fill="${p.light}"/>` +
    fill("M194 580 Q400 552 606 580 L612 692 Q400 724 188 692 Z", p.shade) +
    line([230, 270, 310, 350, 390, 430, 470, 510, 550].map((x) => `M${x} 590 V696`).join(" "), p, 4) +
    line("M300 310 Q270 430 268 560 M400 300 V556 M500 310 Q530 430 532 560", p, 4),
  tote: (p) =>
    line("M290 430 Q290 190 400 190 Q510 190 510 430", p, 26) +
    fill("M208 410 h384 l34 440 Q400 878 174 850 Z", p.base) +
    fill("M208 410 h384 l4 50 Q400 476 204 460 Z", p.shade) +
    line("M290 430 v74 M510 430 v74", p, 26) +
    `<rect x="330" y="600" width="140" height="92" rx="8" fill="${p.light}"/>` +
    line("M356 634 h88 M356 660 h58", p, 5),
  socks: (p) =>
    [0, 150]
      .map(
        (x, index) =>
          fill(
            `M${250 + x} 250 h130 v330 q0 40 40 74 l66 58 q40 40 4 86 q-46 44 -104 2 l-104 -92 q-32 -30 -32 -84 Z`,
            index ? p.base : p.shade,
          ) +
          fill(`M${246 + x} 240 h138 v72 h-138 Z`, p.deep) +
          line(`M${250 + x} 352 h130 M${250 + x} 380 h130`, p, 10),
      )
      .join(""),
  belt: (p) =>
    `<ellipse cx="400" cy="560" rx="250" ry="210" fill="none" stroke="${p.shade}" stroke-width="66"/><ellipse cx="400" cy="540" rx="250" ry="210" fill="none" stroke="${p.base}" stroke-width="60"/>` +
    `<rect x="346" y="690" width="120" height="112" rx="20" fill="none" stroke="#b8a06a" stroke-width="20"/>` +
    line("M406 700 v92", p, 10) +
    `<circle cx="540" cy="716" r="7" fill="${p.deep}"/><circle cx="580" cy="684" r="7" fill="${p.deep}"/>`,
  cap: (p) =>
    fill("M216 580 Q220 350 410 346 Q590 350 596 580 Z", p.base) +
    fill("M400 560 Q560 536 700 640 Q700 672 640 668 Q500 616 216 590 L216 566 Z", p.shade) +
    line("M408 348 Q390 450 396 570 M408 348 Q500 400 516 566 M408 348 Q300 400 288 572", p, 4) +
    `<circle cx="409" cy="344" r="14" fill="${p.deep}"/>`,
  gloves: (p) =>
    [0, 220]
      .map(
        (x, index) =>
          fill(
            `M${200 + x} 800 v-290 q0 -40 -2 -120 q0 -34 22 -34 q22 0 24 34 l4 90 l4 -140 q0 -34 24 -34 q24 0 24 34 l2 140 l14 -110 q4 -32 26 -28 q22 4 18 36 l-14 150 q50 -40 70 -20 q16 18 -14 48 l-60 70 v174 Z`,
            index ? p.base : p.shade,
          ) + fill(`M${192 + x} 740 h158 v76 h-158 Z`, p.deep),
      )
      .join(""),
  duvet: (p) =>
    `<rect x="150" y="236" width="500" height="120" rx="26" fill="#8d7a64"/>` +
    `<rect x="196" y="300" width="190" height="120" rx="44" fill="${p.light}"/><rect x="414" y="300" width="190" height="120" rx="44" fill="${p.light}"/>` +
    fill("M140 440 Q400 392 660 440 L700 800 Q400 848 100 800 Z", p.base) +
    fill("M140 440 Q400 392 660 440 L672 540 Q400 494 128 540 Z", p.shade) +
    line("M250 560 L230 800 M400 548 V820 M550 560 L570 800", p, 3),
  pillow: (p) =>
    [
      ["200 470", p.shade, 0],
      ["170 610", p.base, 0],
    ]
      .map(
        ([, tone], index) =>
          `<rect x="${180 - index * 20}" y="${420 + index * 170}" width="${440 + index * 40}" height="180" rx="80" fill="${String(tone)}"/>` +
          line(`M${220 - index * 20} ${560 + index * 170} Q400 ${590 + index * 170} ${580 + index * 20} ${560 + index * 170}`, p, 3),
      )
      .join(""),
  cushion: (p) =>
    fill("M196 300 Q400 336 604 300 Q572 520 604 740 Q400 704 196 740 Q228 520 196 300 Z", p.base) +
    line("M230 340 Q400 372 570 340 M226 420 Q400 446 574 420 M228 500 H572 M226 600 Q400 580 574 600 M230 690 Q400 664 570 690", p, 7) +
    [
      [196, 300],
      [604, 300],
      [196, 740],
      [604, 740],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="16" fill="${p.deep}"/>`)
      .join(""),
  throw: (p) => folded(p, 3) + fringe(p, [190, 620], 792),
  towels: (p) => folded(p, 4) + line("M200 760 H600", p, 8),
  mug: (p) =>
    `<path d="M540 470 q150 -20 150 110 q0 120 -150 120" fill="none" stroke="${p.shade}" stroke-width="40"/>` +
    fill("M200 400 h360 v330 q0 90 -90 90 h-180 q-90 0 -90 -90 Z", p.base) +
    `<ellipse cx="380" cy="400" rx="180" ry="46" fill="${p.deep}"/><ellipse cx="380" cy="410" rx="150" ry="32" fill="#5b3d2a"/>` +
    fill("M200 640 h360 v90 q0 90 -90 90 h-180 q-90 0 -90 -90 Z", p.light),
  bowl: (p) =>
    fill("M150 480 h500 q-10 240 -170 280 h-160 q-160 -40 -170 -280 Z", p.base) +
    `<ellipse cx="400" cy="480" rx="250" ry="62" fill="${p.deep}"/><ellipse cx="400" cy="492" rx="214" ry="44" fill="${p.light}"/>` +
    fill("M316 758 h168 l-14 42 h-140 Z", p.shade),
  plate: (p) =>
    `<ellipse cx="400" cy="600" rx="290" ry="240" fill="${p.deep}"/><ellipse cx="400" cy="580" rx="290" ry="240" fill="${p.base}"/><ellipse cx="400" cy="580" rx="200" ry="164" fill="${p.shade}"/><ellipse cx="400" cy="586" rx="192" ry="156" fill="${p.light}"/>`,
  vase: (p) =>
    line("M390 330 Q360 200 300 150 M404 330 Q410 190 420 110 M416 330 Q460 220 520 180", { ...p, line: "#7c8a63" }, 8) +
    [
      [300, 150],
      [420, 110],
      [520, 180],
    ]
      .map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="30" ry="42" fill="#a9b68c"/>`)
      .join("") +
    fill("M340 320 h120 q-10 90 60 150 q100 120 30 270 q-30 80 -150 80 q-120 0 -150 -80 q-70 -150 30 -270 q70 -60 60 -150 Z", p.base) +
    fill("M230 640 q170 60 340 0 q14 60 -20 100 q-30 80 -150 80 q-120 0 -150 -80 q-34 -40 -20 -100 Z", p.shade),
  teapot: (p) =>
    `<path d="M580 470 q130 -20 130 90 q0 110 -150 120" fill="none" stroke="${p.shade}" stroke-width="32"/>` +
    fill("M260 560 Q170 540 140 410 L96 404 Q110 620 270 690 Z", p.shade) +
    fill("M230 600 Q220 430 400 424 Q590 430 590 600 Q580 790 400 800 Q240 790 230 600 Z", p.base) +
    fill("M310 440 Q400 384 500 440 Q400 470 310 440 Z", p.deep) +
    `<circle cx="402" cy="392" r="26" fill="${p.light}"/>` +
    fill("M244 680 Q410 740 578 680 Q540 790 400 800 Q280 790 244 680 Z", p.shade),
  candle: (p) =>
    fill("M386 330 Q400 260 420 330 Q424 366 402 372 Q380 366 386 330 Z", "#e8a33d") +
    line("M402 366 v60", { ...p, line: "#4a3d2c" }, 6) +
    fill("M250 440 h304 v300 q0 60 -60 60 h-184 q-60 0 -60 -60 Z", p.base) +
    `<ellipse cx="402" cy="440" rx="152" ry="40" fill="${p.light}"/>` +
    `<rect x="316" y="560" width="172" height="120" rx="8" fill="${p.light}"/>` +
    line("M344 604 h116 M344 636 h76", p, 5),
  apron: (p) =>
    line("M330 250 Q400 130 470 250", p, 16) +
    fill("M320 240 h160 q10 140 110 190 v430 Q400 890 210 860 V430 q100 -50 110 -190 Z", p.base) +
    fill("M290 580 h220 v150 q-110 26 -220 0 Z", p.shade) +
    line("M290 606 h220 M400 606 v136 M210 470 Q140 500 120 600 M590 470 Q660 500 680 600", p, 6),
} satisfies Record<string, Drawing>;
