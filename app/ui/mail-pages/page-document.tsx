import type { ReactNode } from "react";
import { pageStyle } from "./page-style.ts";

/** Whose page it is, and for whom. */
export interface PageFrame {
  readonly locale: string;
  readonly shopName: string;
  readonly logoUrl: string | null;
  /** Six-digit hex colour of buttons. */
  readonly accentColor: string;
}

interface PageDocumentProps {
  readonly title: string;
  readonly frame: PageFrame;
  /** The language that the texts are in. */
  readonly language: string;
  readonly children: ReactNode;
}

const VIEWPORT = "width=device-width,initial-scale=1";
const ROBOTS = "noindex";

/** The document of every page behind a link of a mail: the shop's head, one card, no script. */
export function PageDocument({ title, frame, language, children }: PageDocumentProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content={VIEWPORT} />
        <meta name="robots" content={ROBOTS} />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: pageStyle(frame.accentColor) }} />
      </head>
      <body>
        <main>
          <header>{frame.logoUrl ? <img src={frame.logoUrl} alt={frame.shopName} /> : <span>{frame.shopName}</span>}</header>
          <div className="card">
            <h1>{title}</h1>
            {children}
          </div>
        </main>
      </body>
    </html>
  );
}
