import { rolesKeptApart } from '../../../concerns/terms/directory.ts';
import { missingSettings, problemsTogether } from '../common-settings.ts';
import { givenOfBefore, missingForceNames, readContacts } from '../contacts-settings.ts';
import { isDevelopment } from '../expect-development.ts';
import { type Environment, givenSettings } from '../given-settings.ts';
import { readReplies } from '../reply-settings.ts';
import { roleSettings } from '../roles.ts';
import { neededInProduction } from '../needed-settings.ts';
import { SettingsError } from '../settings-error.ts';
import { type NamedSettings, soundSettings } from '../settings-schema.ts';
import { troublesOfAddresses } from './addresses.ts';
import { troublesAsTyped } from './as-typed.ts';
import { troublesOfCertificate } from './certificate.ts';
import { troublesOfIds } from './ids.ts';
import { troublesOfSecrets } from './secrets.ts';
import { cannotBeRight, isMissing } from './takes.ts';
import { troublesTogether } from './together.ts';
import { type Trouble, troubleOf } from './trouble.ts';

const wordsOfForce = 'cannot be right, or stands in one language alone: .env.example says what it takes.';

/** The settings in which a force writes words, where one cannot be right. */
function troublesOfWords(environment: Environment): readonly Trouble[] {
  return [readContacts, readReplies].flatMap((readWords) => {
    try {
      readWords(environment);
      return [];
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      return error.settings.map((name) => troubleOf(name, wordsOfForce));
    }
  });
}

/** Two roles that somebody holds and nobody may hold together. */
const troublesOfRoles = (settings: NamedSettings): readonly Trouble[] =>
  rolesKeptApart
    .map((roles) => roles.map((role) => roleSettings[role]))
    .filter(([one, other]) => one && other && settings[one].some((person) => settings[other].includes(person)))
    .map((names) => ({
      kind: 'settings',
      settings: names,
      sentence: `${names.join(' and ')} name the same person: take them out of one of these.`,
    }));

/** Those of some troubles that name a setting which none before them did: what is known best of one comes first. */
function firstOfEach(troubles: readonly Trouble[]): readonly Trouble[] {
  const named = new Set<string>();
  return troubles.filter(({ settings }) => {
    if (settings.every((name) => named.has(name))) return false;
    for (const name of settings) named.add(name);
    return true;
  });
}

/**
 * All that can be found wrong with the settings of a force's server without asking anybody, each in a sentence that
 * names its setting and says nothing of a value. None where they are right.
 */
export function troublesOfSettings(environment: Environment): readonly Trouble[] {
  if (isDevelopment(environment)) {
    return [
      troubleOf(
        'CANDOUR_ENVIRONMENT',
        'is "development", where anybody can be anybody: a server of a force has "production".',
      ),
    ];
  }
  const given = givenSettings(environment);
  const { settings, wrong } = soundSettings(environment);
  return firstOfEach([
    ...troublesAsTyped(environment),
    ...troublesOfIds(given),
    ...troublesOfAddresses(given),
    ...troublesOfSecrets(given),
    ...troublesOfCertificate(given, new Date()),
    ...wrong.map((name) => troubleOf(name, cannotBeRight(name))),
    ...missingSettings(settings, neededInProduction(settings)).map((name) => troubleOf(name, isMissing(name))),
    ...givenOfBefore(given).map(({ name, todo }) => troubleOf(name, todo)),
    ...missingForceNames(given).map((name) => troubleOf(name, isMissing(name))),
    ...troublesTogether(settings),
    ...troublesOfRoles(settings),
    ...problemsTogether(settings).map((name) => troubleOf(name, cannotBeRight(name))),
    ...troublesOfWords(environment),
  ]);
}
