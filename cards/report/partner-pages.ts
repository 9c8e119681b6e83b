import { otherLanguageTitle, createMoveButtonFactory } from '../page.ts';
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

/** Read beside someone who told the partner something, or just after. docs/threat-model.md lists what it must say. */
export function partnerFirstPage(view: ReportView): Page {
  const { contacts, shortRoles = [], token } = view;
  const { language, changing } = view.state;
  const move = createMoveButtonFactory(language, token);
  return {
    language,
    progress: progressText(view, 'hubFirst'),
    heading: translate(language, 'hub.heading'),
    warnings: [translate(language, 'common.dangerHeading', { emergency: contacts.emergency })],
    callouts: problemAndNoticeCallouts(view),
    sections: [
      {
        text: [
          shortRoles.includes('reserve')
            ? translate(language, 'hub.whatUnit')
            : translate(language, 'hub.what', { reserve: contacts.reserve[language] }),
          translate(language, 'hub.life'),
          translate(language, 'hub.otherWays', { number: contacts.crimestoppers }),
        ],
      },
    ],
    fields: questionFields(view, 'hubFirst'),
    // On a phone a button above the first field would push it out of sight.
    links: [move(translate(language, 'limits.more'), 'more')],
    actions: stepActions(view, changing),
  };
}

export function partnerMoreInformationPage(view: ReportView): Page {
  const { contacts, shortRoles = [], state, token } = view;
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
        heading: translate(language, 'hub.beforeHeading'),
        text: [
          translate(language, 'hub.consentFirst'),
          translate(language, 'hub.askLater'),
          translate(language, 'hub.doNotAsk'),
          translate(language, 'hub.noNotes'),
          translate(language, view.takesFiles ? 'report.filesLater' : 'report.noFiles'),
        ],
      },
      {
        heading: translate(language, 'hub.dutyHeading'),
        text: [
          translate(language, 'hub.duty'),
          translate(language, 'hub.staffDoors', { victimUnit: contacts.victimUnit[language] }),
        ],
      },
      {
        heading: translate(language, 'limits.moreHeading'),
        text: [
          staffingLine(language, view.staffing),
          ...(shortRoles.includes('reserve') ? [translate(language, 'limits.reserveShort')] : []),
          translate(language, 'limits.stop'),
          translate(language, 'hub.sealed'),
          translate(language, 'hub.noName'),
          translate(language, 'hub.device'),
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
  hubWords: ['hub.wordsEither', 'hub.doNotAsk'],
  hubContact: ['common.optional', 'hub.noContact', 'hub.doNotAsk'],
  hubOfficer: ['common.optional'],
  hubSigns: ['common.optional'],
  hubMore: ['common.optional'],
};

export const partnerStepPage = (view: ReportView, step: PartnerStep): Page =>
  stepPage(view, step, {
    heading: translate(view.state.language, partnerStepHeadings[step]),
    intro: intros[step].map((key) => translate(view.state.language, key)),
  });
