import { missingSettings, problemsTogether } from '../common-settings.ts';
import { aboutContacts, givenOfBefore, missingForceNames, readContacts } from '../contacts-settings.ts';
import { isDevelopment } from '../expect-development.ts';
import { type Environment, givenSettings } from '../given-settings.ts';
import { neededInProduction } from '../needed-settings.ts';
import { readReplies } from '../reply-settings.ts';
import { SettingsError } from '../settings-error.ts';
import { aboutSetting, settingNames, soundSettings } from '../settings-schema.ts';
import { troublesAsTyped } from './as-typed.ts';
import { troublesOfRecipients } from './recipients.ts';
import { troublesTogether } from './together.ts';
import { type Trouble, troubleOf } from './trouble.ts';

const wordsOfForce = 'cannot be right, or stands in one language alone: .env.example says what it takes.';

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

const troublesOfValues = (given: Readonly<Record<string, string>>): readonly Trouble[] =>
  settingNames.flatMap((name) => {
    const value = given[name];
    const wrong = value === undefined ? undefined : aboutSetting(name).check?.(value);
    return wrong === undefined ? [] : [troubleOf(name, wrong)];
  });

const whatIsTaken: ReadonlyMap<string, string | undefined> = new Map([
  ...settingNames.map((name) => [name, aboutSetting(name).takes] as const),
  ...aboutContacts.map(({ name, takes }) => [name, takes] as const),
]);

function troubleTaking(name: string, is: 'is missing' | 'cannot be right'): Trouble {
  const takes = whatIsTaken.get(name);
  return troubleOf(name, takes === undefined ? `${is}: .env.example says what it takes.` : `${is}: it takes ${takes}.`);
}

/** The first trouble of a setting says most. */
function firstOfEach(troubles: readonly Trouble[]): readonly Trouble[] {
  const named = new Set<string>();
  return troubles.filter(({ settings }) => {
    if (settings.every((name) => named.has(name))) return false;
    for (const name of settings) named.add(name);
    return true;
  });
}

/** Everything that can be found without asking anyone. Each sentence names its setting and never a value. */
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
    ...troublesOfValues(given),
    ...troublesOfRecipients(settings),
    ...wrong.map((name) => troubleTaking(name, 'cannot be right')),
    ...missingSettings(settings, neededInProduction(settings)).map((name) => troubleTaking(name, 'is missing')),
    ...givenOfBefore(given).map(({ name, todo }) => troubleOf(name, todo)),
    ...missingForceNames(given).map((name) => troubleTaking(name, 'is missing')),
    ...troublesTogether(settings),
    ...problemsTogether(settings).map((name) => troubleTaking(name, 'cannot be right')),
    ...troublesOfWords(environment),
  ]);
}
