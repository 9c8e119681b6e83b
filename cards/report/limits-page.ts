import type { Page } from '../page.ts';
import { staffing, waysOut } from '../ways-out.ts';
import { say } from '../../words/cards/say.ts';
import type { ReportView } from './report-view.ts';
import { firstCallouts, progressText, questionFields, stepActions } from './step-page.ts';

/** The first card: what happens with a report and what cannot be promised, before anything is asked. */
export function limitsPage(view: ReportView): Page {
  const { contacts } = view;
  const { language } = view.state;
  return {
    language,
    progress: progressText(view, 'limits'),
    heading: say(language, 'common.report'),
    callouts: firstCallouts(view),
    sections: [
      { text: [say(language, 'limits.intro')] },
      { heading: say(language, 'ways.heading'), text: waysOut(language, contacts) },
      {
        heading: say(language, 'limits.happensHeading'),
        text: [
          say(language, 'limits.happens', { reserve: contacts.reserve[language] }),
          staffing(language, contacts),
          say(language, 'limits.code'),
        ],
      },
      {
        heading: say(language, 'limits.promiseHeading'),
        text: [
          say(language, 'limits.teams'),
          say(language, 'limits.life'),
          say(language, 'limits.cost'),
          say(language, 'limits.twelveHours'),
        ],
      },
    ],
    fields: questionFields(view, 'limits'),
    actions: stepActions(view, view.state.changing),
  };
}
