import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What a merchant sets in the theme editor: which app blocks and embeds are on, and their settings. */
export interface ThemeChoices {
  /** By block file name ("portal"): whether it stands on the returns page (app blocks) or is switched on (app embeds). */
  active: Record<string, boolean>;
  settings: Record<string, Record<string, unknown>>;
}

/** The published theme's choices, kept beside the stand-in's own state. */
export class ThemeSettings {
  readonly #file: string | undefined;
  #choices: ThemeChoices;

  constructor(file: string | undefined) {
    this.#file = file;
    this.#choices = file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ThemeChoices) : { active: {}, settings: {} };
  }

  /** App blocks and embeds count as switched on until somebody removes them: the demo shop has done that part of the set-up. */
  isActive(handle: string): boolean {
    return this.#choices.active[handle] ?? true;
  }

  settingsOf(handle: string): Readonly<Record<string, unknown>> {
    return this.#choices.settings[handle] ?? {};
  }

  activate(handle: string, active: boolean): void {
    this.#choices.active[handle] = active;
    this.#save();
  }

  set(handle: string, settings: Record<string, unknown>): void {
    this.#choices.settings[handle] = { ...this.#choices.settings[handle], ...settings };
    this.#save();
  }

  #save(): void {
    if (!this.#file) return;
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(this.#choices, null, 2));
  }
}
