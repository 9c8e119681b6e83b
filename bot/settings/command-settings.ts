import type { InspectedSettings } from '../../summary/inspection/inspected-settings.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { checkedSettings, commonIn, type CommonSettings } from './common-settings.ts';
import { expectDevelopment, isDevelopment } from './expect-development.ts';
import { filesInDevelopment } from './files-settings.ts';
import type { Environment } from './given-settings.ts';
import { inspectedIn } from './inspected-settings.ts';
import { embeddedIn, expectOwnUse, storeIn } from './store-settings.ts';

/** The settings of a command that works on the store beside the server: none of the server's secrets. */
export interface CommandSettings extends CommonSettings {
  /** Who opens a report where nobody is named: in development the one who sits at the Playground, else nobody. */
  readonly reader: PersonId | undefined;
  /** The settings that an inspector's sheet tells. */
  readonly inspected: InspectedSettings;
}

/**
 * The settings of a command, those of this process where no environment is given. Throws SettingsError, and UseError
 * where development would work on what could be a force's, or a force on what development made.
 */
export function loadCommandSettings(environment: Environment = process.env): CommandSettings {
  const development = isDevelopment(environment);
  if (development) expectDevelopment(environment);
  const settings = checkedSettings(environment, () => (development ? [] : ['STORE']));
  const common = { ...commonIn(settings, environment), inspected: inspectedIn(settings) };
  if (development) {
    const store = embeddedIn(settings, 'development');
    return { ...common, files: filesInDevelopment(settings), store, reader: settings.OPEN_REPORT_AS };
  }
  const store = storeIn(settings);
  expectOwnUse(store);
  return { ...common, store, reader: undefined };
}
