import type { Language } from '../../../concerns/terms/language.ts';
import { personId } from '../../../concerns/terms/directory.ts';
import { sayFor } from '../../../tab/parts/say-for.ts';
import type { Tab } from '../../../tab/parts/tab-context.ts';

/** As much of the tab as words are made with, for a handler on 25 November 2026. */
export const tabIn = (language: Language): Pick<Tab, 'say' | 'language' | 'me'> => ({
  language,
  say: sayFor(language),
  me: {
    objectId: personId('own'),
    name: 'A handler',
    roles: ['handler'],
    handles: ['acu'],
    summaries: ['acu'],
    messages: true,
    exports: true,
    today: '2026-11-25',
    timeZone: 'Europe/London',
    idleMinutes: 15,
  },
});
