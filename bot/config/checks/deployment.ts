import type { Recipients } from '../../../core/model/recipients.ts';
import type { StaffedHours } from '../../../core/model/staffed-hours.ts';
import { staffedIn } from '../alert-settings.ts';
import { readCertificate } from '../app-certificate.ts';
import { isDevelopment } from '../require-development.ts';
import { filesIn, filesSettingOf, type FilesSettingName, type FilesSettings } from '../files-settings.ts';
import { type Environment, givenSettings, type NamedSettings, soundSettings } from '../schema.ts';
import { recipientsIn } from '../recipients.ts';
import { type RoleLists, rolesIn } from '../roles.ts';
import { type AtMicrosoft, atMicrosoftIn, loadServerSettings, type ProductionSettings } from '../server-settings.ts';
import { type StoreSettings, storeIn } from '../store-settings.ts';
import { troublesOfSettings } from './settings-issues.ts';
import type { Trouble } from './issue.ts';

/** Each part is `undefined` if its settings cannot be right. */
export interface Deployment {
  readonly given: ReadonlySet<string>;
  readonly troubles: readonly Trouble[];
  readonly store: StoreSettings | undefined;
  readonly files: { readonly place: FilesSettings | undefined; readonly setting: FilesSettingName } | undefined;
  readonly recipients: Recipients | undefined;
  readonly roles: RoleLists | undefined;
  readonly secrets: { readonly secret: string; readonly secretBefore: string | undefined } | undefined;
  readonly staffed: StaffedHours | undefined;
  readonly certificateUntil: Date | undefined;
  readonly atMicrosoft: AtMicrosoft | undefined;
  readonly publicHost: string | undefined;
  readonly whole: ProductionSettings | undefined;
  readonly withoutPlace: (sentence: string) => string;
}

function certificateEnd(path: string | undefined, now: Date): Date | undefined {
  const read = path === undefined ? undefined : readCertificate(path, now);
  return read === undefined || typeof read === 'string' ? undefined : read.until;
}

/** Looks at a deployment's settings; opens, asks and writes nothing. Never throws for wrong settings. */
export function lookAtDeployment(now: Date, environment: Environment = process.env): Deployment {
  const troubles = troublesOfSettings(environment);
  const { settings } = soundSettings(environment);
  const mayBeRight = !isDevelopment(environment);
  const ifSound = <T>(which: RegExp, made: (sound: NamedSettings) => T): T | undefined =>
    mayBeRight && !troubles.some((one) => one.settings.some((name) => which.test(name))) ? made(settings) : undefined;
  const given = givenSettings(environment);
  const { SQLITE_PATH: path = '' } = given;
  return {
    given: new Set(Object.keys(given)),
    troubles,
    store: ifSound(/^(?:STORE$|SQLITE_|COSMOS_)/u, storeIn),
    files: ifSound(/^(?:STORE$|SQLITE_|COSMOS_DATABASE|FILES)/u, (sound) => {
      const place = filesIn(sound);
      return { place, setting: filesSettingOf(place) };
    }),
    recipients: ifSound(/^RECIPIENTS_/u, recipientsIn),
    roles: ifSound(/^ROLE_/u, rolesIn),
    secrets: ifSound(/^CARRIED_STATE_/u, ({ CARRIED_STATE_SECRET: secret, CARRIED_STATE_SECRET_BEFORE: before }) => ({
      secret: secret ?? '',
      secretBefore: before,
    })),
    staffed: ifSound(/^(?:STAFFED_HOURS|HOLIDAYS_CHANGED|TIME_ZONE)/u, staffedIn),
    certificateUntil: ifSound(/^BOT_APP_/u, ({ BOT_APP_CERTIFICATE: file }) => certificateEnd(file, now)),
    atMicrosoft: ifSound(/^(?:TENANT_ID|BOT_|TAB_)/u, atMicrosoftIn),
    publicHost: ifSound(/^PUBLIC_HOST$/u, ({ PUBLIC_HOST: host }) => host),
    whole: troubles.length === 0 ? loadServerSettings(environment) : undefined,
    // A path may be a common word: only the quoted place goes.
    withoutPlace: (sentence) =>
      path === '' ? sentence : sentence.replaceAll(`The file ${path} `, () => 'The file that SQLITE_PATH names '),
  };
}
