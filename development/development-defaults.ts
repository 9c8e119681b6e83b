import { isDevelopment } from '../bot/config/require-development.ts';

// Imported before a command, after .env: sets what development sets, and nothing with the settings of a force.
if (isDevelopment()) {
  const { commandEnvironment } = await import('./development-settings.ts');
  Object.assign(process.env, commandEnvironment(process.env));
}
