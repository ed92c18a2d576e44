import { BlockStack, Button, Card, ColorPicker, InlineGrid, Popover, TextField, hexToRgb, hsbToHex, rgbToHsb } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import type { FormPart } from "./form-props.ts";
import type { SendingForm } from "./sending-form.ts";

/** What customers know the shop as, in mails. */
export function BrandFields({ form, change }: FormPart<SendingForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const text = (name: "name" | "replyTo" | "logoUrl", type: "text" | "email" | "url") => (
    <TextField
      label={t(`settings.messages.${name}`)}
      helpText={t(`settings.messages.${name}Help`)}
      type={type}
      autoComplete="off"
      value={form[name]}
      onChange={(value) => change((before) => ({ ...before, [name]: value }))}
      error={problem(`brand.${name}`)}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          {text("name", "text")}
          {text("replyTo", "email")}
        </InlineGrid>
        {text("logoUrl", "url")}
        <ColourField form={form} change={change} />
        <TextField
          label={t("settings.messages.address")}
          helpText={t("settings.messages.addressHelp")}
          autoComplete="off"
          multiline={2}
          value={form.address}
          onChange={(address) => change((before) => ({ ...before, address }))}
          error={problem("brand.address")}
        />
      </BlockStack>
    </Card>
  );
}

const HEX = /^#[0-9a-f]{6}$/i;

function ColourField({ form, change }: FormPart<SendingForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const [isOpen, setIsOpen] = useState(false);
  const set = (accentColor: string) => change((before) => ({ ...before, accentColor }));
  const shown = HEX.test(form.accentColor) ? form.accentColor : "#ffffff";
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
      <TextField
        label={t("settings.messages.accentColor")}
        autoComplete="off"
        value={form.accentColor}
        onChange={set}
        error={problem("brand.accentColor")}
        connectedLeft={
          <Popover
            active={isOpen}
            onClose={() => setIsOpen(false)}
            activator={
              <Button
                icon={<Swatch color={shown} />}
                accessibilityLabel={t("settings.messages.pickColour")}
                onClick={() => setIsOpen(!isOpen)}
              />
            }
          >
            <Popover.Section>
              <ColorPicker color={rgbToHsb(hexToRgb(shown))} onChange={(color) => set(hsbToHex(color))} />
            </Popover.Section>
          </Popover>
        }
      />
    </InlineGrid>
  );
}

function Swatch({ color }: { readonly color: string }) {
  const style = { display: "block", width: 20, height: 20, borderRadius: 4, background: color, border: "1px solid rgba(0,0,0,.15)" };
  return <span style={style} />;
}
