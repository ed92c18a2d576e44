import type { ProductShape } from "./art/product-image.ts";

export interface CatalogEntry {
  title: string;
  shape: ProductShape;
  type: string;
  vendor: string;
  /** USD cents. */
  price: number;
  compareAt?: number;
  colours: readonly string[];
  /** Empty for things that come in one size. */
  sizes: readonly string[];
  tags: readonly string[];
  grams: number;
  text: string;
}

const SIZES = ["XS", "S", "M", "L", "XL"] as const;
const WAISTS = ["28", "30", "32", "34", "36"] as const;
const BEDS = ["Single", "Double", "King"] as const;
const ONE: readonly string[] = [];

const FIELD = "Field & Thread";
const MILL = "Northbound Mill";
const LINEN = "Harbour Linen Co.";
const OSTRA = "Ostra Ceramics";
const WREN = "Wren & Oak";

type Row = readonly [string, ProductShape, number, readonly string[], string, (readonly string[])?, number?];

interface Family {
  type: string;
  vendor: string;
  sizes: readonly string[];
  grams: number;
}

function family({ type, vendor, sizes, grams }: Family, rows: readonly Row[]): CatalogEntry[] {
  return rows.map(([title, shape, price, colours, text, tags = [], compareAt]) => ({
    title,
    shape,
    type,
    vendor,
    price,
    colours,
    sizes,
    grams,
    text,
    tags: [type.toLowerCase(), ...tags],
    ...(compareAt === undefined ? {} : { compareAt }),
  }));
}

export const CATALOG: readonly CatalogEntry[] = [
  ...family({ type: "Tops", vendor: FIELD, sizes: SIZES, grams: 220 }, [
    [
      "Everyday Tee",
      "tee",
      2800,
      ["White", "Black", "Sage"],
      "A mid-weight organic cotton tee, cut straight and pre-washed so it keeps its shape.",
      ["organic", "bestseller"],
    ],
    [
      "Pocket Tee",
      "pocketTee",
      3200,
      ["Oat", "Navy", "Clay"],
      "The everyday tee with a chest pocket that is deep enough to use.",
      ["organic"],
    ],
    ["Breton Stripe Tee", "stripedTee", 3600, ["Navy", "Rust"], "Heavy jersey with knitted-in stripes.", ["organic", "new"]],
    ["Waffle Henley", "henley", 4800, ["Stone", "Moss"], "A long-sleeved waffle knit for cool mornings."],
    ["Piqué Polo", "polo", 4600, ["White", "Sky", "Ink"], "A soft collar that stays where it is."],
    ["Field Shirt", "shirt", 7200, ["Moss", "Indigo"], "Brushed twill with two button pockets.", ["bestseller"]],
    ["Oxford Shirt", "shirt", 6800, ["White", "Sky"], "Woven in Portugal, washed until soft.", ["organic"]],
    ["Chambray Shirt", "shirt", 6400, ["Indigo"], "Light indigo chambray that fades kindly.", ["final-sale"], 7900],
    ["Boxy Tee", "tee", 2600, ["Blush", "Mustard", "Charcoal"], "Wider and shorter, with a firm neck rib."],
  ]),
  ...family({ type: "Knitwear", vendor: MILL, sizes: SIZES, grams: 480 }, [
    [
      "Lambswool Crew",
      "sweater",
      9800,
      ["Navy", "Oat", "Plum"],
      "Spun and knitted in the Borders from one flock's wool.",
      ["wool", "bestseller"],
    ],
    ["Cable Fisherman Jumper", "cableKnit", 12800, ["Cream", "Moss"], "Three cables, two-ply wool, one winter after another.", ["wool"]],
    ["Merino Roll Neck", "turtleneck", 8800, ["Black", "Rust", "Mustard"], "Fine merino that does not itch.", ["wool"]],
    ["Shawl Cardigan", "cardigan", 13600, ["Charcoal", "Clay"], "Horn-look buttons and pockets that hold a book.", ["wool"]],
    ["Cotton Knit Vest", "knitVest", 6400, ["Sage", "Stone"], "For over a shirt, or on its own in May."],
    ["Donegal Sweater", "sweater", 11200, ["Indigo", "Terracotta"], "Flecked yarn, raglan sleeves.", ["wool", "new"]],
    ["Summer Cotton Crew", "sweater", 7400, ["Sky", "Blush"], "An airy knit for evenings outside.", ["final-sale"], 9200],
  ]),
  ...family({ type: "Trousers", vendor: FIELD, sizes: WAISTS, grams: 520 }, [
    ["Straight Chino", "trousers", 7800, ["Stone", "Navy", "Moss"], "Garment-dyed twill, straight leg.", ["bestseller"]],
    ["Tapered Chino", "trousers", 7800, ["Clay", "Ink"], "Roomy at the top, narrow at the hem."],
    ["Selvedge Jeans", "jeans", 11800, ["Indigo", "Black"], "13 oz selvedge denim that fits better each month.", ["denim"]],
    ["Relaxed Jeans", "jeans", 9800, ["Sky", "Charcoal"], "Washed denim with an easy rise.", ["denim"]],
    ["Linen Drawstring Trousers", "linenTrousers", 8400, ["Oat", "Sage", "Navy"], "Heavy linen, elastic at the back.", ["linen"]],
    ["Canvas Work Trousers", "trousers", 8900, ["Rust", "Moss"], "Double knees and a loop for a hammer you do not own."],
    ["Walk Shorts", "shorts", 5600, ["Stone", "Navy"], "Above the knee, below the worry.", ["final-sale"], 6800],
  ]),
  ...family({ type: "Outerwear", vendor: FIELD, sizes: SIZES, grams: 1100 }, [
    ["Chore Jacket", "jacket", 13800, ["Indigo", "Rust"], "Cotton drill, four patch pockets.", ["bestseller"]],
    ["Waxed Field Jacket", "jacket", 21800, ["Moss", "Ink"], "Waxed by hand; re-wax it each autumn."],
    ["Wool Overcoat", "coat", 28900, ["Charcoal", "Plum"], "Double-faced wool, half lined.", ["wool"]],
    ["Harbour Raincoat", "raincoat", 16800, ["Mustard", "Navy"], "Taped seams and a hood that turns with you.", ["new"]],
    ["Cord Overshirt", "jacket", 11200, ["Clay", "Oat"], "Eight-wale corduroy, somewhere between a shirt and a jacket."],
  ]),
  ...family({ type: "Dresses", vendor: LINEN, sizes: SIZES, grams: 380 }, [
    ["Linen Sun Dress", "dress", 9600, ["Terracotta", "White"], "Washed linen with deep pockets.", ["linen"]],
    ["Shirt Dress", "shirtDress", 10800, ["Sky", "Sage"], "Buttons all the way, a belt if you like.", ["linen", "bestseller"]],
    ["Jersey Midi Dress", "dress", 7800, ["Black", "Plum"], "Falls straight, packs small."],
    ["Pleated Skirt", "skirt", 7200, ["Navy", "Clay"], "Soft pleats on an elastic waist."],
    ["Wrap Dress", "dress", 9200, ["Moss", "Blush"], "A proper wrap, with a hidden snap.", ["final-sale"], 11500],
  ]),
  ...family({ type: "Accessories", vendor: WREN, sizes: ONE, grams: 160 }, [
    ["Lambswool Scarf", "scarf", 4800, ["Rust", "Charcoal", "Mustard"], "Brushed, fringed and long.", ["wool", "bestseller"]],
    ["Bobble Beanie", "beanie", 2800, ["Cream", "Navy", "Moss"], "Chunky rib, one bobble.", ["wool"]],
    ["Market Tote", "tote", 3400, ["Oat", "Indigo"], "Canvas, with a bottle pocket inside."],
    ["Boot Socks, Two Pairs", "socks", 2200, ["Ink", "Clay"], "Cushioned soles, flat seams.", ["hygiene"]],
    ["Saddle Belt", "belt", 5200, ["Clay", "Black"], "Bridle leather and a brass buckle."],
    ["Six-Panel Cap", "cap", 2900, ["Sage", "Navy", "Stone"], "Washed cotton, adjustable at the back."],
    ["Wool Gloves", "gloves", 3200, ["Charcoal", "Plum"], "Long cuffs that go under a sleeve.", ["wool", "new"]],
    ["Garden Apron", "apron", 4600, ["Moss", "Ink"], "Cross back, deep pocket, no strings to untie."],
  ]),
  ...family({ type: "Bedding", vendor: LINEN, sizes: BEDS, grams: 1800 }, [
    ["Washed Linen Duvet Cover", "duvet", 14800, ["Oat", "Sky", "Sage"], "European flax, softer each wash.", ["linen", "bestseller"]],
    ["Percale Duvet Cover", "duvet", 10800, ["White", "Blush"], "Cool, crisp, 200 thread count.", ["organic"]],
  ]),
  ...family({ type: "Bedding", vendor: LINEN, sizes: ONE, grams: 700 }, [
    ["Linen Pillowcase Pair", "pillow", 5800, ["Oat", "Sage", "White"], "Envelope back, nothing to lose.", ["linen"]],
    ["Ribbed Cushion", "cushion", 4200, ["Terracotta", "Navy"], "Cover and feather filling."],
    ["Wool Throw", "throw", 8900, ["Mustard", "Charcoal"], "Woven from leftover yarns, so no two are quite alike.", ["wool"]],
    ["Bath Towel Set", "towels", 6400, ["Sky", "Stone"], "Two bath, two hand, 600 g cotton.", ["hygiene"]],
    ["Herringbone Blanket", "throw", 11800, ["Plum", "Oat"], "Heavy enough to keep you on the sofa.", ["wool", "new"]],
  ]),
  ...family({ type: "Tableware", vendor: OSTRA, sizes: ONE, grams: 640 }, [
    ["Stoneware Mug", "mug", 2400, ["Stone", "Terracotta", "Ink"], "Thrown by hand; holds 350 ml.", ["fragile", "bestseller"]],
    ["Breakfast Bowl", "bowl", 2800, ["Sky", "Sage"], "Deep enough for soup.", ["fragile"]],
    ["Dinner Plates, Set of Four", "plate", 8600, ["White", "Charcoal"], "Speckled glaze, dishwasher safe.", ["fragile"]],
    ["Bud Vase", "vase", 3800, ["Clay", "Black", "Cream"], "For three stems, no more.", ["fragile"]],
    ["Teapot for Two", "teapot", 6200, ["Moss", "Blush"], "Pours without dripping: we tried.", ["fragile"]],
    ["Fig Candle", "candle", 3200, ["Plum", "Stone"], "Soy wax, forty hours.", ["hygiene"]],
    ["Serving Bowl", "bowl", 5400, ["Terracotta", "Cream"], "Wide, shallow and always on the table.", ["fragile", "new"]],
  ]),
  ...family({ type: "Tableware", vendor: WREN, sizes: ONE, grams: 300 }, [
    ["Tea Towels, Three", "towels", 2600, ["Sage", "Rust"], "Linen union; dries glass without lint.", ["linen"]],
    ["Kitchen Apron", "apron", 4200, ["Indigo", "Stone"], "Striped cotton drill."],
    ["Linen Napkins, Four", "towels", 3600, ["Oat", "Plum"], "Mitred corners.", ["linen"]],
  ]),
  ...family({ type: "Gift cards", vendor: FIELD, sizes: ONE, grams: 0 }, [
    ["Gift Card", "tote", 5000, ["Cream"], "Fifty dollars towards anything here.", ["final-sale"]],
  ]),
];

export interface CollectionEntry {
  handle: string;
  title: string;
  text: string;
  /** Products of these types, or with this tag. */
  types?: readonly string[];
  tag?: string;
}

export const COLLECTIONS: readonly CollectionEntry[] = [
  {
    handle: "clothing",
    title: "Clothing",
    text: "Made to be worn often.",
    types: ["Tops", "Knitwear", "Trousers", "Outerwear", "Dresses"],
  },
  { handle: "knitwear", title: "Knitwear", text: "Wool from people we know by name.", types: ["Knitwear"] },
  { handle: "outerwear", title: "Outerwear", text: "For weather of every kind.", types: ["Outerwear"] },
  { handle: "accessories", title: "Accessories", text: "Small things that finish a day.", types: ["Accessories"] },
  { handle: "home", title: "Home", text: "For the table and the bed.", types: ["Bedding", "Tableware"] },
  { handle: "new", title: "New in", text: "Fresh from the workshops.", tag: "new" },
  { handle: "bestsellers", title: "Bestsellers", text: "What people come back for.", tag: "bestseller" },
];
