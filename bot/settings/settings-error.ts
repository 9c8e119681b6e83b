/** Settings that are missing or cannot be right. Its message names them and never says a value. */
export class SettingsError extends Error {
  readonly settings: readonly string[];
  constructor(settings: readonly string[]) {
    super(`Check these settings, which .env.example explains: ${settings.join(', ')}.`);
    this.name = 'SettingsError';
    this.settings = settings;
  }
}
