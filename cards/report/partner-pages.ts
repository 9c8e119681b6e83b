import { otherLanguageTitle, createMoveButtonFactory } from '../page.ts';
import { dangerCallout } from '../support-contacts.ts';
import type { Page } from '../page.ts';
import { staffingLine } from '../staffing-line.ts';
import { emergencySection, externalContactSections } from '../support-contacts.ts';
import { translate } from '../../words/cards/translate.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import type { partnerStepIds } from '../../core/model/report-steps.ts';
import { partnerStepHeadings } from '../partner-page-texts.ts';
import type { ReportView } from './step-page.ts';
import { problemAndNoticeCallouts, progressText, questionFields, stepActions, stepPage } from './step-page.ts';

type PartnerStep = Exclude<(typeof partnerStepIds)[number], 'hubFirst' | 'code' | 'review'>;

/** Read beside someone who told the partner something, or just after. */
export function partnerFirstPage(view: ReportView): Page {
  const { contacts, shortRoles = [], token } = view;
  const { language, changing } = view.state;
  const move = createMoveButtonFactory(language, token);
  return {
    language,
    progress: progressText(view, 'hubFirst'),
    heading: translate(language, 'hub.heading'),
    callouts: [...problemAndNoticeCallouts(view), dangerCallout(view)],
    sections: [
      {
        heading: translate(language, 'hub.whatHeading'),
        text: [
          ...(shortRoles.includes('reserve')
            ? [translate(language, 'hub.whatUnit'), translate(language, 'limits.reserveShort')]
            : [translate(language, 'hub.what', { reserve: contacts.reserve[language] })]),
          staffingLine(language, view.staffing),
        ],
      },
      {
        heading: translate(language, 'hub.beforeHeading'),
        text: [
          translate(language, 'hub.consentFirst'),
          translate(language, 'hub.doNotAsk'),
          translate(language, 'hub.noNotes'),
        ],
      },
      {
        heading: translate(language, 'hub.dutyHeading'),
        text: [
          translate(language, 'hub.duty'),
          translate(language, 'hub.staffDoors', { victimUnit: contacts.victimUnit[language] }),
        ],
        links: changing ? [] : [move(translate(language, 'limits.more'), 'more')],
      },
    ],
    fields: questionFields(view, 'hubFirst'),
    actions: stepActions(view, changing),
  };
}

export function partnerMoreInformationPage(view: ReportView): Page {
  const { contacts, state, token } = view;
  const { language } = state;
  const move = createMoveButtonFactory(language, token);
  return {
    language,
    heading: translate(language, 'limits.more'),
    callouts: problemAndNoticeCallouts(view),
    sections: [
      emergencySection(language, contacts),
      ...externalContactSections(language, contacts),
      {
        heading: translate(language, 'limits.moreHeading'),
        text: [
          translate(language, 'limits.stop'),
          translate(language, 'hub.sealed'),
          translate(language, 'hub.swapped'),
          translate(language, 'hub.noName'),
          translate(language, 'hub.device'),
          translate(language, 'limits.life'),
          translate(language, 'limits.code'),
          translate(language, 'limits.stays'),
        ],
      },
    ],
    actions: [
      move(translate(language, 'common.back'), 'back', 'positive'),
      move(otherLanguageTitle(language), 'language'),
    ],
  };
}

const intros: Readonly<Record<PartnerStep, readonly WordKey[]>> = {
  hubWhy: ['hub.why', 'hub.askLater'],
  hubWords: ['hub.wordsEither', 'hub.doNotAsk'],
  hubRisk: ['common.optional'],
  hubContact: ['common.optional', 'hub.doNotAsk'],
  hubOfficer: ['common.optional'],
  hubSigns: ['common.optional'],
  hubMore: ['common.optional'],
};

export function partnerStepPage(view: ReportView, step: PartnerStep): Page {
  const { language } = view.state;
  const filesKey: WordKey = view.takesFiles ? 'report.filesLater' : 'report.noFiles';
  return stepPage(view, step, {
    heading: translate(language, partnerStepHeadings[step]),
    ...(step === 'hubRisk' && { callouts: [dangerCallout(view)] }),
    intro: [...intros[step], ...(step === 'hubWords' ? [filesKey] : [])].map((key) => translate(language, key)),
  });
}
