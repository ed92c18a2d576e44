import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with rotation: the first key seals, every listed key opens. `label` (what the text belongs to) is
 * authenticated, so a sealed value moved to another row does not open.
 */
export class Sealing {
  readonly #keys: readonly Buffer[];

  constructor(base64Keys: readonly string[]) {
    this.#keys = base64Keys.map((key) => Buffer.from(key, "base64"));
  }

  seal(text: string, label: string): string {
    const [key] = this.#keys;
    if (!key) throw new Error("No encryption key");
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(label));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
  }

  open(sealed: string, label: string): string | undefined {
    const bytes = Buffer.from(sealed, "base64");
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    for (const key of this.#keys) {
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(label)).setAuthTag(tag);
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
      } catch {
        continue;
      }
    }
    return undefined;
  }
}
