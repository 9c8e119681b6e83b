import { languageTitle, moves } from '../action.ts';
import type { Page } from '../page.ts';
import { waysOut } from '../ways-out.ts';
import { say } from '../../words/cards/say.ts';
import type { ReportView } from './report-view.ts';
import { firstCallouts } from './step-page.ts';

export function morePage(view: ReportView): Page {
  const { contacts, isSealedInPage, shortRoles = [], state, token } = view;
  const { language } = state;
  const move = moves(language, token);
  return {
    language,
    heading: say(language, 'limits.more'),
    callouts: firstCallouts(view),
    sections: [
      { heading: say(language, 'ways.heading'), text: [] },
      ...waysOut(language, contacts),
      {
        heading: say(language, 'limits.moreHeading'),
        text: [
          say(language, 'limits.stop'),
          shortRoles.includes('reserve')
            ? say(language, 'limits.reserveShort')
            : say(language, 'limits.reserve', { reserve: contacts.reserve[language] }),
          say(language, isSealedInPage ? 'limits.serverSealed' : 'limits.server'),
          say(language, 'limits.device'),
          say(language, 'limits.ownWords'),
          say(language, 'limits.code'),
          say(language, isSealedInPage ? 'limits.stays' : 'limits.twelveHours'),
        ],
      },
    ],
    actions: [move(say(language, 'common.back'), 'back', 'positive'), move(languageTitle(language), 'language')],
  };
}
