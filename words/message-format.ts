import { IntlMessageFormat } from 'intl-messageformat';

export type WordValues = Readonly<Record<string, string | number>>;

/** Throws if a value that the message needs is missing. */
export type MessageFormatter = (values?: WordValues) => string;

/** Parses an ICU message once. In the pages `tab/ui/parsed-message-format.ts` replaces this file. */
export function compileMessage(text: string, locale: string): MessageFormatter {
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  return (values) => String(message.format(values && { ...values }));
}
