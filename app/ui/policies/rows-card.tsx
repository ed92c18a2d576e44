import type { BoxProps } from "@shopify/polaris";
import { Box, Card, Divider, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

interface RowsCardProps<Row> {
  readonly heading: string;
  /** Said when there is nothing to list. */
  readonly none: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Above and below each row. */
  readonly padding: BoxProps["padding"];
  readonly children: (row: Row) => ReactNode;
}

/** A card of rows that are told apart by lines. */
export function RowsCard<Row>({ heading, none, rows, keyOf, padding, children }: RowsCardProps<Row>) {
  return (
    <Card padding="0">
      <Box padding="400">
        <Text as="h2" variant="headingSm">
          {heading}
        </Text>
      </Box>
      {rows.length === 0 ? (
        <Box padding="400" paddingBlockStart="0">
          <Text as="p" tone="subdued">
            {none}
          </Text>
        </Box>
      ) : (
        rows.map((row) => (
          <Box key={keyOf(row)}>
            <Divider />
            <Box padding={padding} paddingInline="400">
              {children(row)}
            </Box>
          </Box>
        ))
      )}
    </Card>
  );
}
