/** Names settings and what they may be, never a value. */
export class SettingsError extends Error {
  readonly settings: readonly string[];
  constructor(settings: readonly string[], mayBe: Readonly<Record<string, string>> = {}) {
    const named = settings.map((name) => (Object.hasOwn(mayBe, name) ? `${name} (${mayBe[name] ?? ''})` : name));
    super(`Check these settings, which .env.example explains: ${named.join(', ')}.`);
    this.name = 'SettingsError';
    this.settings = settings;
  }
}
