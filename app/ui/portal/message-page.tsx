import { ReturnLinks } from "./find-page.tsx";
import { Heading } from "./layout.tsx";
import type { Portal } from "./portal.ts";
import type { MessageKind, MessagePage } from "./view-models.ts";

/** Messages after which looking up an order again makes no sense. */
const DEAD_ENDS: ReadonlySet<MessageKind> = new Set(["not-installed", "too-many-tries"]);

export function MessageView({ portal, page }: { readonly portal: Portal; readonly page: MessagePage }) {
  const { t, frame } = portal;
  return (
    <div className="amends-narrow">
      <Heading lead={t(`message.${page.kind}.text`, { size: page.maxBytes === undefined ? "" : portal.fileSize(page.maxBytes) })}>
        {t(`message.${page.kind}.heading`)}
      </Heading>
      {page.retryAt ? <p>{t("message.too-many-tries.retry", { time: portal.dateTime(page.retryAt) })}</p> : null}
      {page.reference ? <p className="amends-muted">{t("message.unavailable.reference", { reference: page.reference })}</p> : null}
      <ReturnLinks portal={portal} returns={page.returns ?? []} />
      {DEAD_ENDS.has(page.kind) ? null : (
        <p className="amends-actions">
          <a href={frame.base} className="amends-button amends-button--primary" data-amends-go="">
            {t("frame.startOver")}
          </a>
        </p>
      )}
    </div>
  );
}
