import { BlockStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

export interface Fact {
  readonly term: string;
  readonly description: ReactNode;
}

/** A few facts in a narrow column: each under its name. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <BlockStack gap="300">
      {facts.map(({ term, description }) => (
        <BlockStack key={term} gap="050">
          <Text as="span" tone="subdued" variant="bodySm">
            {term}
          </Text>
          <Text as="span" breakWord>
            {description}
          </Text>
        </BlockStack>
      ))}
    </BlockStack>
  );
}
