import type { Amount } from "../money/amount.ts";

export interface ImageRecord {
  id: string;
  url: string;
  altText: string | null;
  width: number | null;
  height: number | null;
}

export interface VariantRecord {
  id: string;
  productId: string;
  inventoryItemId: string;
  title: string;
  sku: string | null;
  barcode: string | null;
  price: Amount;
  compareAtPrice: Amount | null;
  options: { name: string; value: string }[];
  taxable: boolean;
  tracked: boolean;
  requiresShipping: boolean;
  /** What it says to customs; absent until somebody fills it in. */
  customs?: { code: string; origin: string };
  inventoryPolicy: "DENY" | "CONTINUE";
  /** Available pieces by location gid. */
  stock: Record<string, number>;
  position: number;
  image: ImageRecord | null;
  createdAt: string;
  updatedAt: string;
}

export interface ProductRecord {
  id: string;
  title: string;
  handle: string;
  descriptionHtml: string;
  vendor: string;
  productType: string;
  status: "ACTIVE" | "ARCHIVED" | "DRAFT";
  tags: string[];
  options: { name: string; values: string[] }[];
  images: ImageRecord[];
  variants: VariantRecord[];
  isGiftCard: boolean;
  createdAt: string;
  updatedAt: string;
}
