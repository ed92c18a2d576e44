import { BlockStack, Button, FormLayout, InlineError, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Labels } from "./use-labels.ts";

/** A label that was bought elsewhere, for the next parcel. */
export function AddLabel({ labels, onClose }: { readonly labels: Labels; readonly onClose: () => void }) {
  const { t } = useTranslation("admin-returns");
  const [file, setFile] = useState<File>();
  const [typed, setTyped] = useState({ carrier: "", number: "", url: "" });
  // One id for this label, however often the button is pressed.
  const [labelId] = useState(() => crypto.randomUUID());
  const add = async () => {
    const form = new FormData();
    form.set("labelid", labelId);
    if (file) form.set("file", file);
    for (const [name, value] of Object.entries(typed)) form.set(name, value);
    if (await labels.add(form)) onClose();
  };
  const text = (name: "carrier" | "number" | "url") => (
    <TextField
      label={t(`wayBack.${name}`)}
      autoComplete="off"
      value={typed[name]}
      onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
    />
  );
  return (
    <BlockStack gap="300">
      <label>
        <BlockStack gap="100">
          {t("wayBack.file")}
          <input type="file" accept="application/pdf,image/png" onChange={(event) => setFile(event.target.files?.[0])} />
        </BlockStack>
      </label>
      <FormLayout>
        {text("carrier")}
        {text("number")}
        {text("url")}
      </FormLayout>
      {labels.problem ? <InlineError message={t(`wayBack.problem.${labels.problem}`)} fieldID="label" /> : null}
      <InlineStack gap="200">
        <Button variant="primary" loading={labels.isBusy} onClick={() => void add()}>
          {t("wayBack.save")}
        </Button>
        <Button onClick={onClose}>{t("wayBack.cancel")}</Button>
      </InlineStack>
    </BlockStack>
  );
}
