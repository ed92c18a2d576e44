import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import forge from "node-forge";

export interface Identity {
  /** PEM of the throw-away certificate authority: `NODE_EXTRA_CA_CERTS` of the app's process. */
  caFile: string;
  ca: string;
  cert: string;
  key: string;
  hosts: string[];
}

const YEARS = 5;

function certificate(subject: string, keys: forge.pki.rsa.KeyPair, serial: string): forge.pki.Certificate {
  const cert = forge.pki.createCertificate();
  cert.publicKey = keys.publicKey;
  cert.serialNumber = serial;
  cert.validity.notBefore = new Date(Date.now() - 24 * 3_600_000);
  cert.validity.notAfter = new Date(Date.now() + YEARS * 365 * 24 * 3_600_000);
  cert.setSubject([{ name: "commonName", value: subject }]);
  return cert;
}

function make(hosts: readonly string[]): { ca: string; cert: string; key: string } {
  const authorityKeys = forge.pki.rsa.generateKeyPair(2048);
  const authority = certificate("Shopify stand-in, this machine only", authorityKeys, "01");
  authority.setIssuer(authority.subject.attributes);
  authority.setExtensions([
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    { name: "subjectKeyIdentifier" },
  ]);
  authority.sign(authorityKeys.privateKey, forge.md.sha256.create());
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const leaf = certificate("*.myshopify.com", keys, "02");
  leaf.setIssuer(authority.subject.attributes);
  leaf.setExtensions([
    { name: "basicConstraints", cA: false },
    { name: "keyUsage", digitalSignature: true, keyEncipherment: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: hosts.map((value) => ({ type: 2, value })) },
  ]);
  leaf.sign(authorityKeys.privateKey, forge.md.sha256.create());
  return {
    ca: forge.pki.certificateToPem(authority),
    cert: forge.pki.certificateToPem(leaf),
    key: forge.pki.privateKeyToPem(keys.privateKey),
  };
}

/** The authority and the server certificate, made at the first start and kept in `folder`, which is never committed. */
export function identityIn(folder: string, appHost: string): Identity {
  const hosts = ["*.myshopify.com", "admin.shopify.com", "cdn.shopify.com", appHost];
  const files = {
    ca: join(folder, "ca.pem"),
    cert: join(folder, "server.pem"),
    key: join(folder, "server.key"),
    hosts: join(folder, "hosts.txt"),
  };
  const isThere = Object.values(files).every((file) => existsSync(file)) && readFileSync(files.hosts, "utf8") === hosts.join("\n");
  if (!isThere) {
    mkdirSync(folder, { recursive: true });
    const made = make(hosts);
    writeFileSync(files.ca, made.ca);
    writeFileSync(files.cert, made.cert);
    writeFileSync(files.key, made.key, { mode: 0o600 });
    chmodSync(files.key, 0o600);
    writeFileSync(files.hosts, hosts.join("\n"));
  }
  const read = (file: string): string => readFileSync(file, "utf8");
  return { caFile: files.ca, ca: read(files.ca), cert: read(files.cert), key: read(files.key), hosts };
}
