import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import { z } from "zod";

/** What App Bridge says of the theme extension's blocks; anything it adds later is passed over. */
const extensionsSchema = z.array(
  z.object({
    type: z.string(),
    activations: z.array(z.object({ handle: z.string(), status: z.string().optional(), activations: z.array(z.unknown()).optional() })),
  }),
);

export type ThemeBlock = "returns" | "returns-link";

/** Which of the app's blocks stand on the shop's theme; undefined until Shopify has answered. */
export function useThemeExtension(): readonly ThemeBlock[] | undefined {
  const shopify = useAppBridge();
  const [blocks, setBlocks] = useState<readonly ThemeBlock[]>();
  useEffect(() => {
    let isGone = false;
    shopify.app
      .extensions()
      .then((told) => {
        if (!isGone) setBlocks(activeBlocks(told));
      })
      // A browser that cannot ask shows the step as it is stored.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [shopify]);
  return blocks;
}

/** The blocks that are active in at least one place. */
function activeBlocks(told: unknown): ThemeBlock[] {
  const read = extensionsSchema.safeParse(told);
  if (!read.success) return [];
  const active = read.data
    .filter(({ type }) => type.startsWith("theme"))
    .flatMap(({ activations }) => activations)
    .filter(({ status, activations = [] }) => status === "active" || activations.length > 0)
    .map(({ handle }) => handle);
  return (["returns", "returns-link"] as const).filter((block) => active.includes(block));
}
