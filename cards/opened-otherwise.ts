import type { Identity } from '../concerns/records/sealed-report.ts';
import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';

export const differsText = (language: Language, terms: readonly string[]): string =>
  say(language, 'report.differs', { terms: terms.join(', ') });

export const otherPersonText = (language: Language, { name, objectId: id }: Identity): string =>
  say(language, 'report.otherPerson', { name, id });
