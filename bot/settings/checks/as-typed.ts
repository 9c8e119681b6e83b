import { contactSettings } from '../contacts-settings.ts';
import type { Environment } from '../given-settings.ts';
import { replySettings } from '../reply-settings.ts';
import { settingNames } from '../settings-schema.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** Quotation marks may be a part of these. */
const words: ReadonlySet<string> = new Set([...contactSettings, ...replySettings]);
const known: ReadonlySet<string> = new Set([...settingNames, ...words]);

const quotes = ['"', "'", '`', '“', '”', '‘', '’'];
const inQuotes = (value: string): boolean =>
  quotes.some((mark) => value.startsWith(mark)) || quotes.some((mark) => value.endsWith(mark));

function wrongAsTyped(name: string, value: string): string | undefined {
  if (/^@Microsoft\.KeyVault\(/iu.test(value)) {
    return 'is still a reference to a Key Vault, so that the secret was not had: look whether the identity of the server may read it, and whether it is there.';
  }
  if (/^(?:\$\{[^}]*\}|\$\([^)]*\)|#\{[^}]*\}#?|\{\{[^}]*\}\}|%[A-Z_]+%|<[^>]*>)$/u.test(value)) {
    return 'is still the mark of a place where a value belongs: put the value there.';
  }
  if (words.has(name)) return undefined;
  if (inQuotes(value)) return 'stands in quotation marks, which are a part of it here: take them away.';
  // Lists may have line ends.
  if (/[\p{Cf}\p{Co}]|(?![\t\r\n])\p{Cc}/u.test(value)) {
    return 'holds a character that cannot be seen, such as a byte-order mark: type it again by hand.';
  }
  return undefined;
}

/** A byte-order mark becomes a part of the first name. */
const plainName = (name: string): string => name.replaceAll(/[^\x21-\x7e]/gu, '');

function differsByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || one === other) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}

/** POST is no misspelt PORT. */
const longEnough = 8;

function misnamed(name: string, environment: Environment): Trouble | undefined {
  if (known.has(name)) return undefined;
  const plain = plainName(name);
  if (plain !== name && known.has(plain)) {
    return troubleOf(
      plain,
      'has a character before or in its name that cannot be seen, such as a byte-order mark, so that it is not read: write its line again.',
    );
  }
  if (name.length < longEnough) return undefined;
  const meant = [...known].find((one) => differsByOne(one, name) && !environment[one]?.trim());
  return meant === undefined
    ? undefined
    : troubleOf(meant, `is not set, and a variable that is called almost so is: write ${meant}.`);
}

/**
 * Faults in typing, whatever the setting: quotation marks, placeholders left in, invisible characters, and names off by
 * a letter.
 */
export function troublesAsTyped(environment: Environment): readonly Trouble[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    const given = value?.trim();
    if (!given) return [];
    const wrong = known.has(name) ? wrongAsTyped(name, given) : undefined;
    const misspelt = misnamed(name, environment);
    return [...(wrong === undefined ? [] : [troubleOf(name, wrong)]), ...(misspelt ? [misspelt] : [])];
  });
}
