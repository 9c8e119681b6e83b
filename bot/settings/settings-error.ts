/**
 * Settings that are missing or cannot be right. Its message names them, and what each may be where that is known, and
 * never says a value.
 */
export class SettingsError extends Error {
  readonly settings: readonly string[];
  constructor(settings: readonly string[], mayBe: Readonly<Record<string, string>> = {}) {
    const named = settings.map((name) => (Object.hasOwn(mayBe, name) ? `${name} (${mayBe[name] ?? ''})` : name));
    super(`Check these settings, which .env.example explains: ${named.join(', ')}.`);
    this.name = 'SettingsError';
    this.settings = settings;
  }
}
