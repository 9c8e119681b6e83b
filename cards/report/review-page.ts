import { openSteps, type StepId } from '../../concerns/terms/steps.ts';
import { languageTitle, moves } from '../action.ts';
import { choiceField } from '../field.ts';
import type { Page } from '../page.ts';
import { say } from '../../words/cards/say.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';
import { answerPages } from './answer-pages.ts';
import { type ReportView, shownAnswers } from './report-view.ts';
import { firstCallouts, progressText, supportCallouts } from './step-page.ts';

const headings: Readonly<Record<Exclude<StepId, 'limits' | 'code' | 'review'>, WordKey>> = {
  account: 'report.accountHeading',
  about: 'report.aboutHeading',
  signs: 'report.signsHeading',
  knowledge: 'report.knowledgeHeading',
  disclosure: 'report.disclosureHeading',
};

function changeTitle(view: ReportView, step: StepId): string | undefined {
  const { language } = view.state;
  if (step === 'limits') return say(language, 'review.changeMode');
  if (step === 'code' || step === 'review') return undefined;
  return say(language, 'review.change', { heading: say(language, headings[step]) });
}

/** The review: what will be sent, a page of it at a time, and one choice of what else to do. */
export function reviewPage(view: ReportView): Page {
  const { language } = view.state;
  const answers = shownAnswers(view);
  const pages = answerPages(language, answers);
  const page = Math.min(view.state.page, pages.length);
  const move = moves(language, view.token);
  return {
    language,
    progress: progressText(view, 'review'),
    heading: say(language, 'review.heading'),
    callouts: [...firstCallouts(view), ...supportCallouts(view)],
    sections: [
      {
        text: [
          say(language, 'review.intro'),
          ...(pages.length > 1 ? [say(language, 'review.page', { page, of: pages.length })] : []),
        ],
      },
    ],
    answers: pages[page - 1] ?? [],
    fields: [
      choiceField({
        language,
        id: 'go',
        label: say(language, 'review.go'),
        required: false,
        value: '',
        problems: view.problems,
        style: 'compact',
        choices: [
          ...pages.flatMap((_, index) =>
            index + 1 === page
              ? []
              : [{ title: say(language, 'review.read', { page: index + 1 }), value: `page:${index + 1}` }],
          ),
          ...openSteps(answers).flatMap(({ id }) => {
            const title = changeTitle(view, id);
            return title === undefined ? [] : [{ title, value: id }];
          }),
          { title: say(language, 'review.later'), value: 'later' },
        ],
      }),
    ],
    actions: [
      move(say(language, 'review.send'), 'send', 'positive'),
      move(say(language, 'review.goButton'), 'go'),
      move(languageTitle(language), 'language'),
    ],
  };
}
