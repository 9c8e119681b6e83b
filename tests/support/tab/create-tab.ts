import type { Language } from '../../../core/model/language.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createTranslator } from '../../../tab/ui/translator.ts';
import type { Tab } from '../../../tab/ui/tab-context.ts';

/** As much of the tab as words are made with, for a handler on 25 November 2026. */
export const createTab = (language: Language): Pick<Tab, 'translate' | 'language' | 'me'> => ({
  language,
  translate: createTranslator(language),
  me: {
    objectId: toPersonId('own'),
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
