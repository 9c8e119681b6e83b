import { languageTitle, moves } from '../page.ts';
import { dangerCallout } from '../support-links.ts';
import type { Page } from '../page.ts';
import { staffingLine } from '../staffing-line.ts';
import { emergencyWay, outsideWays } from '../support-links.ts';
import { say } from '../../words/cards/translate.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import type { hubStepIds } from '../../core/model/report-steps.ts';
import { hubStepHeadings } from '../partner-texts.ts';
import type { ReportView } from './step-page.ts';
import { firstCallouts, progressText, questionFields, stepActions, stepPage } from './step-page.ts';

type HubStep = Exclude<(typeof hubStepIds)[number], 'hubFirst' | 'code' | 'review'>;

/**
 * The first card of a partner, read beside or just after someone who told them something.
 */
export function hubFirstPage(view: ReportView): Page {
  const { contacts, shortRoles = [], token } = view;
  const { language, changing } = view.state;
  const move = moves(language, token);
  return {
    language,
    progress: progressText(view, 'hubFirst'),
    heading: say(language, 'hub.heading'),
    callouts: [...firstCallouts(view), dangerCallout(view)],
    sections: [
      {
        heading: say(language, 'hub.whatHeading'),
        text: [
          ...(shortRoles.includes('reserve')
            ? [say(language, 'hub.whatUnit'), say(language, 'limits.reserveShort')]
            : [say(language, 'hub.what', { reserve: contacts.reserve[language] })]),
          staffingLine(language, view.staffing),
        ],
      },
      {
        heading: say(language, 'hub.beforeHeading'),
        text: [say(language, 'hub.consentFirst'), say(language, 'hub.doNotAsk'), say(language, 'hub.noNotes')],
      },
      {
        heading: say(language, 'hub.dutyHeading'),
        text: [
          say(language, 'hub.duty'),
          say(language, 'hub.staffDoors', { victimUnit: contacts.victimUnit[language] }),
        ],
        links: changing ? [] : [move(say(language, 'limits.more'), 'more')],
      },
    ],
    fields: questionFields(view, 'hubFirst'),
    actions: stepActions(view, changing),
  };
}

export function hubMorePage(view: ReportView): Page {
  const { contacts, state, token } = view;
  const { language } = state;
  const move = moves(language, token);
  return {
    language,
    heading: say(language, 'limits.more'),
    callouts: firstCallouts(view),
    sections: [
      emergencyWay(language, contacts),
      ...outsideWays(language, contacts),
      {
        heading: say(language, 'limits.moreHeading'),
        text: [
          say(language, 'limits.stop'),
          say(language, 'hub.sealed'),
          say(language, 'hub.swapped'),
          say(language, 'hub.noName'),
          say(language, 'hub.device'),
          say(language, 'limits.life'),
          say(language, 'limits.code'),
          say(language, 'limits.stays'),
        ],
      },
    ],
    actions: [move(say(language, 'common.back'), 'back', 'positive'), move(languageTitle(language), 'language')],
  };
}

const intros: Readonly<Record<HubStep, readonly WordKey[]>> = {
  hubWhy: ['hub.why', 'hub.askLater'],
  hubWords: ['hub.wordsEither', 'hub.doNotAsk'],
  hubRisk: ['common.optional'],
  hubContact: ['common.optional', 'hub.doNotAsk'],
  hubOfficer: ['common.optional'],
  hubSigns: ['common.optional'],
  hubMore: ['common.optional'],
};

export function hubStepPage(view: ReportView, step: HubStep): Page {
  const { language } = view.state;
  const filesKey: WordKey = view.takesFiles ? 'report.filesLater' : 'report.noFiles';
  return stepPage(view, step, {
    heading: say(language, hubStepHeadings[step]),
    ...(step === 'hubRisk' && { callouts: [dangerCallout(view)] }),
    intro: [...intros[step], ...(step === 'hubWords' ? [filesKey] : [])].map((key) => say(language, key)),
  });
}
