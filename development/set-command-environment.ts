import { isDevelopmentCommand } from '../bot/config/development-environment.ts';

// Imported before a command, after .env. Sets nothing with a force's settings.
if (isDevelopmentCommand()) {
  const { commandEnvironment } = await import('./development-settings.ts');
  Object.assign(process.env, commandEnvironment(process.env));
}
