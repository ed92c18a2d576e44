import nodemailer from "nodemailer";
import type { Mailer } from "#app/use-cases/ports.ts";

/** E-mail over SMTP. The Message-ID is the message's own id, so a second try of the same message can be recognised as such. */
export function createMailer(smtpUrl: string, from: string): Mailer & { close(): void } {
  const transport = nodemailer.createTransport(smtpUrl, { from });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    send: async (mail) => {
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
    },
    close: () => transport.close(),
  };
}
