import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import type { Callout } from './callout.ts';

/** The banner of a development chat, with the roles of the person who uses it; none in production. */
export const developmentCallouts = (language: Language, roles: readonly string[] | undefined): readonly Callout[] =>
  roles === undefined
    ? []
    : [
        {
          style: 'warning',
          heading: say(language, 'welcome.developmentHeading'),
          text: [say(language, 'welcome.development', { roles: roles.join(', ') })],
        },
      ];
