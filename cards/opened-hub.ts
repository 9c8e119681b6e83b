import type { Day } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { showDay } from '../words/days.ts';

export const originText = (language: Language, partner: string | undefined): string =>
  partner === undefined ? say(language, 'opened.fromHub') : say(language, 'opened.fromPartner', { partner });

export const twoPeopleText = (language: Language): string => say(language, 'opened.twoPeople');

export const withdrawnLines = (language: Language, on: Day): readonly [since: string, means: string] => [
  say(language, 'opened.withdrawn', { day: showDay(language, on) }),
  say(language, 'opened.withdrawnMeans'),
];
