import type { Day } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { showDay } from '../words/days.ts';

/** Where a report of the hub came from. `partner` is the name of the kind of organisation, where it is known. */
export const originText = (language: Language, partner: string | undefined): string =>
  partner === undefined ? say(language, 'opened.fromHub') : say(language, 'opened.fromPartner', { partner });

/** That two people stand behind a report of the hub. */
export const twoPeopleText = (language: Language): string => say(language, 'opened.twoPeople');

/** Said first where the person no longer agrees: since when, and what follows from that. */
export const withdrawnLines = (language: Language, on: Day): readonly [since: string, means: string] => [
  say(language, 'opened.withdrawn', { day: showDay(language, on) }),
  say(language, 'opened.withdrawnMeans'),
];
