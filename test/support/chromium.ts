import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeFonts } from "./fonts.ts";
import bundled from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

const CACHE = fileURLToPath(new URL("../../.cache/", import.meta.url));

/**
 * The package's own flags, except those that put everything in one process (they crash under playwright) and those that switch
 * the browser's security off: a test must meet the same cross-origin rules as a merchant's browser.
 */
const UNWANTED = [
  "--single-process",
  "--no-zygote",
  "--in-process-gpu",
  "--disable-web-security",
  "--allow-running-insecure-content",
  "--disable-site-isolation-trials",
  "--headless",
  "--disable-features",
];

const OWN_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-features=TrackingProtection3pcd,ThirdPartyCookieDeprecationTrial,ForceThirdPartyCookieBlocking,AudioServiceOutOfProcess",
];

/** Without the imitated question whether the camera may be used, a browser without windows has none. */
const CAMERA_FLAGS = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

export interface ChromiumOptions {
  /** A film (.y4m) that is shown in place of a camera, read anew whenever a page opens it. */
  readonly film?: string;
}

/** Starts a Chromium: the one from npm on Linux x64, the installed Chrome elsewhere. */
export async function launchChromium({ film }: ChromiumOptions = {}): Promise<Browser> {
  const camera = film ? [...CAMERA_FLAGS, `--use-file-for-fake-video-capture=${film}`] : [];
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ channel: "chrome", args: camera });
  const home = await unpackedHome();
  const fonts = await writeFonts(home);
  const packaged = bundled.args.filter((flag) => !UNWANTED.some((unwanted) => flag.startsWith(unwanted)));
  return chromium.launch({
    executablePath: path.join(home, "chromium"),
    args: [...packaged, ...OWN_FLAGS, ...camera],
    env: { ...definedEnv(), LD_LIBRARY_PATH: [home, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"), FONTCONFIG_FILE: fonts },
  });
}

/** Where the browser is unpacked. Workers may unpack at once: each does so in a folder of its own, and the first rename wins. */
async function unpackedHome(): Promise<string> {
  const home = path.join(CACHE, `chromium-${packageVersion()}`);
  if (existsSync(path.join(home, "chromium"))) return home;
  mkdirSync(CACHE, { recursive: true });
  const own = mkdtempSync(path.join(CACHE, "unpacking-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = own;
  try {
    await bundled.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(own, home);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(path.join(home, "chromium"))) throw error;
  }
  return home;
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const manifest: unknown = JSON.parse(readFileSync(path.join(path.dirname(entry), "../package.json"), "utf8"));
  return isVersioned(manifest) ? manifest.version : "unknown";
}

function isVersioned(value: unknown): value is { version: string } {
  return typeof value === "object" && value !== null && "version" in value && typeof value.version === "string";
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
