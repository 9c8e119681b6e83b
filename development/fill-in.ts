import { isDevelopment } from '../bot/settings/expect-development.ts';

// Loaded before a command, once .env is read: in development it fills in what development sets by itself, as for the
// server. Among the settings of a force it does nothing.
if (isDevelopment()) {
  const { commandEnvironment } = await import('./development-settings.ts');
  Object.assign(process.env, commandEnvironment(process.env));
}
