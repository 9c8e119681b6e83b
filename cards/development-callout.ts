import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import type { Callout } from './callout.ts';

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
