import { BlockStack, Box, IndexTable, InlineStack } from "@shopify/polaris";
import type { ReactNode } from "react";

/** What a list hands to each of its rows. */
export interface ListRowProps<Row> {
  readonly row: Row;
  readonly position: number;
  /** On a phone it is a small card. */
  readonly isCondensed: boolean;
}

interface PhoneRowProps {
  readonly id: string;
  readonly position: number;
  /** What it is, and the one thing to know about it, side by side. */
  readonly title: ReactNode;
  readonly beside: ReactNode;
  readonly children: ReactNode;
}

/** A row of a list as a small card, for a phone. */
export function PhoneRow({ id, position, title, beside, children }: PhoneRowProps) {
  return (
    <IndexTable.Row id={id} position={position}>
      <Box padding="300" width="100%">
        <BlockStack gap="100">
          <InlineStack align="space-between" gap="200" wrap={false}>
            {title}
            {beside}
          </InlineStack>
          {children}
        </BlockStack>
      </Box>
    </IndexTable.Row>
  );
}
