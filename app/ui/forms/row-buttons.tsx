import { Button } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, ChevronDownIcon, ChevronUpIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";

interface MoveButtonsProps {
  /** Of the row, as people call it. */
  readonly name: string;
  /** Absent at the top. */
  readonly onUp?: (() => void) | undefined;
  /** Absent at the bottom. */
  readonly onDown?: (() => void) | undefined;
}

/** One place up or down in a list, for those who do not drag. */
export function MoveButtons({ name, onUp, onDown }: MoveButtonsProps) {
  const { t } = useTranslation("admin");
  return (
    <>
      <Button icon={ArrowUpIcon} variant="tertiary" disabled={!onUp} onClick={onUp} accessibilityLabel={t("row.up", { name })} />
      <Button icon={ArrowDownIcon} variant="tertiary" disabled={!onDown} onClick={onDown} accessibilityLabel={t("row.down", { name })} />
    </>
  );
}

interface OpenButtonProps {
  readonly name: string;
  readonly isOpen: boolean;
  /** Id of the element that it opens. */
  readonly controls: string;
  readonly onToggle: () => void;
}

/** Opens a row to edit it, and closes it again. */
export function OpenButton({ name, isOpen, controls, onToggle }: OpenButtonProps) {
  const { t } = useTranslation("admin");
  return (
    <Button
      icon={isOpen ? ChevronUpIcon : ChevronDownIcon}
      variant="tertiary"
      ariaExpanded={isOpen}
      ariaControls={controls}
      onClick={onToggle}
      accessibilityLabel={t(isOpen ? "row.close" : "row.edit", { name })}
    />
  );
}
