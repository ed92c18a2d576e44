import nodemailer from "nodemailer";
import type { Mailer } from "#app/use-cases/ports.ts";

/** E-mail over SMTP. The Message-ID is the message's own id, so a second try of the same message can be recognised as such. */
export function createMailer(smtpUrl: string, from: string): Mailer & { close(): void } {
  const transport = nodemailer.createTransport(smtpUrl, { from });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    send: async (mail) => {
      try {
        const info = await transport.sendMail({
          messageId: `<${mail.messageId}@${domain}>`,
          from: { name: mail.fromName, address: from },
          to: mail.to,
          ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          headers: mail.unsubscribeUrl
            ? { "List-Unsubscribe": `<${mail.unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
            : {},
        });
        return { providerId: String(info.messageId) };
      } catch (error) {
        throw toNotTaken(error);
      }
    },
    close: () => transport.close(),
  };
}

/** What came of a mail that the server did not take (use-cases/messages/hand-over.server.ts asks for these fields). */
class MailNotTaken extends Error {
  readonly isNotTaken = true;
  readonly isFinal: boolean;
  readonly reason: string;

  constructor(reason: string, isFinal: boolean, cause: unknown) {
    super(`The mail server did not take a mail: ${reason}`, { cause });
    this.name = "MailNotTaken";
    this.reason = reason;
    this.isFinal = isFinal;
  }
}

/** Steps of SMTP before the content is handed over: whatever fails in them, nothing was sent. */
const BEFORE_CONTENT = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL|RCPT|API)/;

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** A refusal in words, or a failure before the content, is certain; a connection that breaks while the content is on its way is not. */
function toNotTaken(error: unknown): unknown {
  const { code = "UNKNOWN", command, responseCode } = error as SmtpError;
  const isRefused = responseCode !== undefined && responseCode >= 400;
  const isBefore = command !== undefined && BEFORE_CONTENT.test(command);
  if (!isRefused && !isBefore && code !== "EDNS" && code !== "ECONNREFUSED") return error;
  return new MailNotTaken(responseCode === undefined ? code : `SMTP_${responseCode}`, (responseCode ?? 0) >= 500, error);
}
