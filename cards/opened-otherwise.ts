import type { Identity } from '../concerns/records/sealed-report.ts';
import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';

/** Said to whoever opens a report whose terms are not those of the case beside it. `terms` are their names. */
export const differsText = (language: Language, terms: readonly string[]): string =>
  say(language, 'report.differs', { terms: terms.join(', ') });

/** Said to whoever opens a report that names somebody else than who was signed in. */
export const otherPersonText = (language: Language, { name, objectId: id }: Identity): string =>
  say(language, 'report.otherPerson', { name, id });
