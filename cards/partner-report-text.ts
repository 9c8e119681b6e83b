import type { Day } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import { say } from '../words/cards/translate.ts';
import { showDay } from '../words/days.ts';
import type { Identity } from '../core/model/sealed-report.ts';

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
