import { ErrorSummary, StepForm, StepLink, SubmitButton, TextField } from "./controls.tsx";
import type { GiftPage } from "./gift-views.ts";
import { Heading, Progress } from "./layout.tsx";
import type { Portal } from "./portal.ts";

/** On the first page: a gift needs no order. */
export function GiftEntry({ portal }: { readonly portal: Portal }) {
  return (
    <p className="amends-aside">
      <StepLink portal={portal} step="gift">
        {portal.t("gift.start")}
      </StepLink>{" "}
      <span className="amends-muted">{portal.t("gift.startHint")}</span>
    </p>
  );
}

export function GiftView({ portal, page }: { readonly portal: Portal; readonly page: GiftPage }) {
  const { t } = portal;
  const { errors } = page;
  return (
    <div className="amends-narrow">
      <Progress portal={portal} current="find" />
      <ErrorSummary portal={portal} errors={errors} />
      <Heading lead={t("gift.intro")}>{t("gift.heading")}</Heading>
      <div className="amends-card">
        <StepForm portal={portal} step="gift">
          <TextField
            portal={portal}
            name="giftcode"
            label={t("gift.code")}
            hint={t("gift.codeHint")}
            value={page.code}
            autoComplete="off"
            maxLength={40}
            errors={errors}
          />
          <TextField
            portal={portal}
            name="name"
            label={t("gift.name")}
            value={page.name}
            autoComplete="name"
            capitals
            maxLength={page.nameMax}
            errors={errors}
          />
          <TextField
            portal={portal}
            name="email"
            label={t("gift.email")}
            hint={t("gift.emailHint")}
            value={page.email}
            type="email"
            autoComplete="email"
            maxLength={254}
            errors={errors}
          />
          <div className="amends-actions">
            <SubmitButton>{t("find.submit")}</SubmitButton>
          </div>
        </StepForm>
      </div>
      <p className="amends-aside">
        <a href={portal.frame.base} className="amends-link" data-amends-go="">
          {t("gift.noCode")}
        </a>
      </p>
    </div>
  );
}
