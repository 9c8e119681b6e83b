/** A file that a recipe touches, and how: what is put before something that stands there, or a file that is new. */
export type Change =
  | { readonly file: string; readonly before: string; readonly put: string }
  | { readonly file: string; readonly made: string };

/** What follows each recipe of CONTRIBUTING.md: a question, a card and an operation that nobody needs. */
export const recipeChanges: Readonly<Record<string, readonly Change[]>> = {
  'A question': [
    {
      file: 'concerns/terms/questions.ts',
      before: "  affected: choice(['yes'",
      put: "  told: choice(['yes', 'boss', 'unsure']),\n",
    },
    { file: 'concerns/terms/steps.ts', before: "'affected'] }", put: "'told', " },
    {
      file: 'words/cards/question.ts',
      before: "  'question.affected'",
      put: "  'question.told': { en: 'Has anybody been told?', cy: 'A oes rhywun wedi cael gwybod?' },\n",
    },
    {
      file: 'words/cards/option.ts',
      before: "  'option.affectedYes'",
      put: "  'option.toldBoss': { en: 'Yes, a supervisor', cy: 'Oes, goruchwyliwr' },\n",
    },
    {
      file: 'words/cards/question-words.ts',
      before: '  affected: {',
      put: "  told: {\n    label: 'question.told',\n    options: { yes: 'option.yes', boss: 'option.toldBoss', unsure: 'option.unsure' },\n  },\n",
    },
    { file: 'tests/support/cards/example-views.ts', before: "  affected: 'no',", put: "  told: 'boss',\n" },
    { file: 'tests/support/journeys/reporter.ts', before: "  affected: 'yes',", put: "  told: 'boss',\n" },
  ],
  'A card': [
    {
      file: 'cards/thanks-page.ts',
      made: `import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import type { Page } from './page.ts';

/** A page that thanks. */
export const thanksPage = ({ language }: { readonly language: Language }): Page => ({
  language,
  heading: say(language, 'notice.thanks'),
  sections: [],
  actions: [],
});
`,
    },
    {
      file: 'words/cards/notice.ts',
      before: "  'notice.foreign'",
      put: "  'notice.thanks': { en: 'Thank you', cy: 'Diolch' },\n",
    },
    {
      file: 'tests/support/cards/gallery.ts',
      before: 'function reportPages(language: Language): Named {',
      put: "const thanks = (language: Language): Named => [['thanks', thanksPage({ language })]];\n\n",
    },
    { file: 'tests/support/cards/gallery.ts', before: '...reportPages(language)', put: '...thanks(language), ' },
    {
      file: 'tests/support/cards/gallery.ts',
      before: 'import { welcomePage }',
      put: "import { thanksPage } from '../../../cards/thanks-page.ts';\n",
    },
    {
      file: 'tests/support/browser/gallery-captions.ts',
      before: "      ['report-more'",
      put: "      ['thanks', 'Thanks.'],\n",
    },
  ],
  "An operation of the tab's API": [
    { file: 'contract/requests.ts', before: "  'case.note'", put: "  'case.takeUp': change,\n" },
    {
      file: 'concerns/casework/take-up-case.ts',
      made: `import type { Actor } from '../records/permissions.ts';
import type { AskedChange, CaseOutcome, CaseworkDependencies } from './casework.ts';
import { changeCase } from './change-case.ts';

/** Takes up a case oneself. Throws StoreError. */
export const takeUpCase = (deps: CaseworkDependencies, actor: Actor, asked: AskedChange): Promise<CaseOutcome> =>
  changeCase(deps, actor, asked, ['assigned'], ({ record, by }) =>
    record.assignee === by
      ? { why: 'state' }
      : { steps: [{ record: { ...record, assignee: by }, event: { kind: 'assigned', detail: { person: by } } }] },
  );
`,
    },
    {
      file: 'bot/api/case-operations.ts',
      before: "    'case.note'",
      put: "    'case.takeUp': change(requests['case.takeUp'], ['assigned'], takeUpCase),\n",
    },
    {
      file: 'bot/api/case-operations.ts',
      before: 'import type { EventKind }',
      put: "import { takeUpCase } from '../../concerns/casework/take-up-case.ts';\n",
    },
    {
      file: 'tests/support/concerns/every-operation.ts',
      before: '  note: (',
      put: '  takeUp: ({ deps, by, on }) => takeUpCase(deps, by, on),\n',
    },
    {
      file: 'tests/support/concerns/every-operation.ts',
      before: 'import type { Actor }',
      put: "import { takeUpCase } from '../../../concerns/casework/take-up-case.ts';\n",
    },
    {
      file: 'tests/support/access/tab-table.ts',
      before: "  'case.note'",
      put: "  'case.takeUp': { may: handling, leaves: 'assigned', body: change },\n",
    },
  ],
};

/** The tests that must pass in a project in which all of them were followed. */
export const testsOfRecipes = [
  'tests/arrows',
  'tests/words/cards/catalogue',
  'tests/cards/every-card',
  'tests/concerns/terms',
  'tests/concerns/casework/erasure',
] as const;
