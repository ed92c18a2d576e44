import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { listen } from "../network/listen.ts";
import type { World } from "../world.ts";
import type { Mail } from "./mailbox.ts";

export interface Smtp {
  port: number;
  close(): Promise<void>;
}

/** Links of the HTML part, or of the text when there is none. */
function linksOf(html: string | null, text: string): string[] {
  const found =
    html === null
      ? (text.match(/https?:\/\/[^\s<>"']+/g) ?? [])
      : [...html.matchAll(/<a\b[^>]*\bhref\s*=\s*(["'])(.*?)\1/gi)].map((match) => match[2] ?? "");
  const decoded = found.map((link) => link.replaceAll("&amp;", "&"));
  return [...new Set(decoded.filter((link) => /^https?:/.test(link)))];
}

async function read(world: World, raw: Buffer, recipients: string[]): Promise<Mail> {
  const parsed = await PostalMime.parse(raw);
  const text = parsed.text ?? "";
  const html = parsed.html ?? null;
  return {
    id: `mail-${world.ids.next("Mail")}`,
    at: world.clock.now().toISOString(),
    from: parsed.from?.address ?? "",
    to: recipients,
    subject: parsed.subject ?? "",
    text,
    html,
    headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key.toLowerCase(), value])),
    links: linksOf(html, text),
  };
}

/** Accepts every mail on loopback, without TLS or sign-in, and keeps it in the mailbox instead of sending it. */
export async function startSmtp(world: World, port: number): Promise<Smtp> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        read(world, Buffer.concat(parts), recipients).then(
          (mail) => {
            world.mailbox.add(mail);
            done();
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      });
    },
  });
  smtp.on("error", () => undefined);
  return {
    port: await listen(smtp.server, port, "mail"),
    close: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  };
}
