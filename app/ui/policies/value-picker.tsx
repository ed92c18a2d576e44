import { Combobox, InlineStack, Listbox, Tag } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ValuePickerProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly choices: readonly Choice[];
  /** Whether a value may be typed that is not among the choices. */
  readonly takesOthers: boolean;
  readonly error?: string;
  readonly helpText?: string;
  readonly hasHiddenLabel?: boolean;
}

const SHOWN = 50;

/** Several values as tags, picked from a list that narrows while typing; where it makes sense, others can be typed. */
export function ValuePicker({ label, values, onChange, choices, takesOthers, error, helpText, hasHiddenLabel }: ValuePickerProps) {
  const { t } = useTranslation("admin-returns");
  const [typed, setTyped] = useState("");
  const found = useMemo(() => matching(choices, typed), [choices, typed]);
  const text = typed.trim();
  const isNew = takesOthers && text !== "" && !has(values, text) && !choices.some(({ value }) => same(value, text));
  const toggle = (value: string) => {
    setTyped("");
    onChange(has(values, value) ? values.filter((each) => !same(each, value)) : [...values, value]);
  };
  const labelOf = (value: string) => choices.find((choice) => choice.value === value)?.label ?? value;
  const tags = values.length > 0 && (
    <InlineStack gap="100">
      {values.map((value) => (
        <Tag key={value} onRemove={() => toggle(value)}>
          {labelOf(value)}
        </Tag>
      ))}
    </InlineStack>
  );
  return (
    <Combobox
      allowMultiple
      activator={
        <Combobox.TextField
          label={label}
          labelHidden={hasHiddenLabel ?? false}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          placeholder={t(takesOthers ? "picker.typeOrPick" : "picker.pick")}
          verticalContent={tags || undefined}
          {...(error ? { error } : {})}
          {...(helpText ? { helpText } : {})}
        />
      }
    >
      {found.length > 0 || isNew ? (
        <Listbox onSelect={toggle}>
          {isNew ? <Listbox.Action value={text}>{t("picker.add", { text })}</Listbox.Action> : null}
          {found.map(({ value, label: name }) => (
            <Listbox.Option key={value} value={value} selected={has(values, value)} accessibilityLabel={name}>
              <Listbox.TextOption selected={has(values, value)}>{name}</Listbox.TextOption>
            </Listbox.Option>
          ))}
        </Listbox>
      ) : null}
    </Combobox>
  );
}

function matching(choices: readonly Choice[], typed: string): Choice[] {
  const text = typed.trim().toLocaleLowerCase();
  const found = choices.filter(({ value, label }) => `${label}\n${value}`.toLocaleLowerCase().includes(text));
  const isBeginning = ({ label }: Choice) => Number(label.toLocaleLowerCase().startsWith(text));
  return found.toSorted((a, b) => isBeginning(b) - isBeginning(a)).slice(0, SHOWN);
}

function has(values: readonly string[], value: string): boolean {
  return values.some((each) => same(each, value));
}

function same(left: string, right: string): boolean {
  return left.toLocaleLowerCase() === right.toLocaleLowerCase();
}
