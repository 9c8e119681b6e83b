import type { Day } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { showDay } from '../words/days.ts';
import type { Identity } from '../concerns/records/sealed-report.ts';

export const originText = (language: Language, partner: string | undefined): string =>
  partner === undefined ? say(language, 'opened.fromHub') : say(language, 'opened.fromPartner', { partner });

export const twoPeopleText = (language: Language): string => say(language, 'opened.twoPeople');

export const withdrawnLines = (language: Language, on: Day): readonly [since: string, means: string] => [
  say(language, 'opened.withdrawn', { day: showDay(language, on) }),
  say(language, 'opened.withdrawnMeans'),
];

export const differsText = (language: Language, terms: readonly string[]): string =>
  say(language, 'report.differs', { terms: terms.join(', ') });

export const otherPersonText = (language: Language, { name, objectId: id }: Identity): string =>
  say(language, 'report.otherPerson', { name, id });
