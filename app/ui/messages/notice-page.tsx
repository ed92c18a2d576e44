import { renderToStaticMarkup } from "react-dom/server";
import type { ReplyChoice } from "#app/domain/messages/reply-choice.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";
import type { Translate } from "#app/ui/translator.ts";
import { PageDocument, type PageFrame } from "#app/ui/mail-pages/page-document.tsx";

/** A page behind a link of a mail: it asks before it does anything, and needs no script. */
export type NoticeView =
  | { readonly kind: "reply"; readonly choice: ReplyChoice; readonly orderName: string | null; readonly isDone: boolean }
  | { readonly kind: "unsubscribe"; readonly isDone: boolean }
  | { readonly kind: "unknown" };

interface Notice {
  readonly title: string;
  readonly about: string | null;
  readonly body: string;
  /** The form's one button, and the field that says what it means. */
  readonly button: { readonly label: string; readonly name: string; readonly value: string } | null;
}

/** The page as a whole HTML document. */
export function renderNoticePage(view: NoticeView, frame: PageFrame): string {
  const { t, locale } = shopperTranslator(frame.locale, ["mail"]);
  const notice = noticeOf(view, frame, t);
  const document = (
    <PageDocument title={notice.title} frame={frame} language={locale}>
      <NoticeBody notice={notice} />
    </PageDocument>
  );
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}

function noticeOf(view: NoticeView, frame: PageFrame, t: Translate): Notice {
  switch (view.kind) {
    case "reply": {
      const name = NAMES[view.choice];
      const about = view.orderName === null ? null : t("pages.reply.about", { order: view.orderName });
      if (view.isDone) return { title: t("pages.reply.doneTitle"), about, body: t(`pages.reply.done${name}`), button: null };
      const button = { label: t("pages.reply.confirm"), name: "confirm", value: "yes" };
      return { title: t(`pages.reply.title${name}`), about, body: t(`pages.reply.ask${name}`), button };
    }
    case "unsubscribe": {
      const again = { label: t("pages.unsubscribe.again"), name: "wanted", value: "yes" };
      if (view.isDone) return { title: t("pages.unsubscribe.doneTitle"), about: null, body: t("pages.unsubscribe.done"), button: again };
      const button = { label: t("pages.unsubscribe.confirm"), name: "wanted", value: "no" };
      return { title: t("pages.unsubscribe.title"), about: null, body: t("pages.unsubscribe.ask", { shop: frame.shopName }), button };
    }
    case "unknown":
      return { title: t("pages.unknown.title"), about: null, body: t("pages.unknown.body"), button: null };
  }
}

const NAMES: Readonly<Record<ReplyChoice, string>> = {
  keep_waiting: "KeepWaiting",
  chase_carrier: "ChaseCarrier",
  talk_to_person: "TalkToPerson",
  have_it: "HaveIt",
  repair_holds: "RepairHolds",
  repair_broken: "RepairBroken",
};

function NoticeBody({ notice: { about, body, button } }: { notice: Notice }) {
  return (
    <>
      {about ? <p className="quiet">{about}</p> : null}
      <p>{body}</p>
      {button ? (
        <form method="post">
          <button type="submit" name={button.name} value={button.value}>
            {button.label}
          </button>
        </form>
      ) : null}
    </>
  );
}
