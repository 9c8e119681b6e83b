import { type Action, languageTitle, moves } from '../action.ts';
import type { Page } from '../page.ts';
import { say } from '../../words/cards/say.ts';
import { type ChangedStep, reviewPages } from './review-parts.ts';
import { routeOf } from '../../concerns/reporting/report-flow.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { type ReportView, shownAnswers } from './report-view.ts';
import { firstCallouts, progressText, supportCallouts } from './step-page.ts';

/** The most that a button takes without its state. */
const buttonFrame = 230;

const changeKeys: Readonly<Record<ChangedStep, WordKey>> = {
  limits: 'review.changeLimits',
  account: 'review.changeAccount',
  about: 'review.changeAbout',
  signs: 'review.changeSigns',
  knowledge: 'review.changeKnowledge',
  disclosure: 'review.changeDisclosure',
  hubFirst: 'hub.changeFirst',
  hubWhy: 'hub.changeWhy',
  hubWords: 'hub.changeWords',
  hubRisk: 'hub.changeRisk',
  hubContact: 'hub.changeContact',
  hubOfficer: 'hub.changeOfficer',
  hubSigns: 'hub.changeSigns',
  hubMore: 'hub.changeMore',
};

/**
 * The review, a page at a time, with a button beside each part that leads to its card. Only the last page has the
 * button that sends, so everyone passes the others.
 */
export function reviewPage(view: ReportView): Page {
  const { state, token, longestToken = token.length } = view;
  const { language } = state;
  const pages = reviewPages(language, shownAnswers(view), longestToken + buttonFrame, routeOf(state));
  const page = Math.min(state.page, pages.length);
  const isLast = page === pages.length;
  const move = moves(language, token);
  const onward: readonly Action[] = [
    isLast
      ? move(say(language, 'review.send'), 'send', 'positive')
      : move(say(language, 'review.next'), 'next', 'positive'),
    // A card has room for three buttons beside those of its parts, whatever they carry.
    page > 1 ? move(say(language, 'common.back'), 'back') : move(say(language, 'review.later'), 'later'),
    move(languageTitle(language), 'language'),
  ];
  return {
    language,
    progress: progressText(view, 'review'),
    heading: say(language, 'review.heading'),
    callouts: [...firstCallouts(view), ...supportCallouts(view)],
    sections: [
      {
        text: [
          ...(isLast ? [say(language, 'review.intro')] : [say(language, 'review.introPages')]),
          ...(pages.length > 1 ? [say(language, 'review.page', { page, of: pages.length })] : []),
        ],
      },
    ],
    parts: (pages[page - 1] ?? []).map(({ step, answers }) => ({
      answers,
      actions: [move(say(language, changeKeys[step]), `change:${step}`)],
    })),
    actions: onward,
  };
}
