import { IntlMessageFormat } from 'intl-messageformat';

export type WordValues = Readonly<Record<string, string | number>>;

/** Says one message, with its values filled in. Throws when a value that it needs is missing. */
export type SayMessage = (values?: WordValues) => string;

/** Reads a message of ICU once, to be said as often as it is needed. The pages have `tab/parsed-message.ts` in its place. */
export function messageOf(text: string, locale: string): SayMessage {
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  return (values) => String(message.format(values && { ...values }));
}
