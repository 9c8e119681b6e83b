import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { importedPath, importedProjectPath } from '../imported-file.ts';

/** A file that a recipe touches, and how: what is put before something that stands there, or first; or a file that is new. */
export type Change =
  | { readonly file: string; readonly before?: string; readonly put: string }
  | { readonly file: string; readonly made: string };

const named = (imports: () => Promise<object>) => importedProjectPath(imports, import.meta.url);
const root = join(import.meta.dirname, '../../..');

/** How a file of the project imports another. */
function wayTo(file: string, from: string): string {
  const way = relative(dirname(from), file);
  return way.startsWith('.') ? way : `./${way}`;
}

/** A file that is written beside another of the project, as one that stands here and imports from where it stands. */
function madeBeside(beside: string, imports: () => Promise<object>) {
  const written = importedPath(imports, import.meta.url);
  const file = join(dirname(beside), written.slice(dirname(written).length + 1));
  const made = readFileSync(written, 'utf8').replaceAll(
    /from '(\.[^']+)'/gu,
    (_, path: string) => `from '${wayTo(relative(root, join(dirname(written), path)), file)}'`,
  );
  return { file, made };
}

const gallery = named(() => import('../cards/gallery.ts'));
const notice = named(() => import('../../../words/cards/notice.ts'));
const thanksPage = madeBeside(
  named(() => import('../../../cards/page.ts')),
  () => import('./recipes/thanks-page.ts'),
);
const takeUpCase = madeBeside(
  named(() => import('../../../core/casework/use-case.ts')),
  () => import('./recipes/take-up-case.ts'),
);
const casework = named(() => import('../../../contract/casework.ts'));
const operations = named(() => import('../../../bot/api/case-operations.ts'));
const serverSettings = named(() => import('../../../bot/config/server-settings.ts'));
const everyOperation = named(() => import('../core/every-operation.ts'));

const importing = (name: string, { file }: { readonly file: string }, into: string): Change => ({
  file: into,
  put: `import { ${name} } from '${wayTo(file, into)}';\n`,
});

/** What follows each recipe of CONTRIBUTING.md: a question, a card, an operation and a setting that nobody needs. */
export const recipeChanges: Readonly<Record<string, readonly Change[]>> = {
  'A question': [
    {
      file: named(() => import('../../../core/model/questions.ts')),
      before: '  affected: ',
      put: "  told: choice(['yes', 'boss', 'unsure']),\n",
    },
    { file: named(() => import('../../../core/model/report-steps.ts')), before: "'affected'", put: "'told', " },
    {
      file: named(() => import('../../../words/cards/question.ts')),
      before: "  'question.affected'",
      put: "  'question.told': { en: 'Has anybody been told?', cy: 'A oes rhywun wedi cael gwybod?' },\n",
    },
    {
      file: named(() => import('../../../words/cards/option.ts')),
      before: "  'option.affectedYes'",
      put: "  'option.toldBoss': { en: 'Yes, a supervisor', cy: 'Oes, goruchwyliwr' },\n",
    },
    {
      file: named(() => import('../../../words/cards/question-word-keys.ts')),
      before: '  affected: {',
      put: "  told: {\n    label: 'question.told',\n    options: { yes: 'option.yes', boss: 'option.toldBoss', unsure: 'option.unsure' },\n  },\n",
    },
    { file: named(() => import('../cards/example-views.ts')), before: "  affected: 'no',", put: "  told: 'boss',\n" },
    { file: named(() => import('../journeys/reporter.ts')), before: "  affected: 'yes',", put: "  told: 'boss',\n" },
  ],
  'A card': [
    { ...thanksPage, made: thanksPage.made.replace('notice.foreign', 'notice.thanks') },
    { file: notice, before: "  'notice.foreign'", put: "  'notice.thanks': { en: 'Thank you', cy: 'Diolch' },\n" },
    {
      file: gallery,
      before: 'function reportPages(language: Language): Named {',
      put: "const thanks = (language: Language): Named => [['thanks', thanksPage({ language })]];\n\n",
    },
    { file: gallery, before: '...reportPages(language)', put: '...thanks(language), ' },
    importing('thanksPage', thanksPage, gallery),
    {
      file: named(() => import('../browser/gallery-captions.ts')),
      before: "      ['report-more'",
      put: "      ['thanks', 'Thanks.'],\n",
    },
  ],
  "An operation of the tab's API": [
    {
      file: casework,
      before: "  'case.note'",
      put: "  'case.takeUp': changeOperation(takeUpCase, caseChangeBody),\n",
    },
    importing('takeUpCase', takeUpCase, casework),
    takeUpCase,
    {
      file: operations,
      before: "    'case.note'",
      put: "    'case.takeUp': change(takeUpCase),\n",
    },
    importing('takeUpCase', takeUpCase, operations),
    {
      file: everyOperation,
      before: '  note: (',
      put: '  takeUp: ({ deps, by, on }) => takeUpCase(deps, by, on),\n',
    },
    importing('takeUpCase', takeUpCase, everyOperation),
    {
      file: named(() => import('../access/tab-table.ts')),
      before: "  'case.note'",
      put: "  'case.takeUp': { may: handling, body: change },\n",
    },
  ],
  'A setting': [
    {
      file: named(() => import('../../../bot/config/settings-table.ts')),
      before: '  DAILY_COUNT_HOUR: ',
      put: "  LOOK_BACK_DAYS: forceSetting(limitDaysFormat, { description: 'How many days a handler looks back.' }),\n",
    },
    {
      file: serverSettings,
      before: '    readonly referralDays: number | undefined;\n',
      put: '    readonly lookBackDays: number | undefined;\n',
    },
    {
      file: serverSettings,
      before: '      referralDays: settings.',
      put: '      lookBackDays: settings.LOOK_BACK_DAYS,\n',
    },
    { file: 'deploy/azure/candour.json', before: '      "DAILY_COUNT_HOUR"', put: '      "LOOK_BACK_DAYS",\n' },
    {
      file: '.env.example',
      before: "# The hour of the day at which Candour tells the unit's channel",
      put: '# How many days a handler looks back.\nLOOK_BACK_DAYS=\n',
    },
    {
      file: 'docs/settings.md',
      before: '| `DAILY_COUNT_HOUR`',
      put: '| `LOOK_BACK_DAYS` | How many days a handler looks back. | a whole number of days, 0 or more |  | force | force |\n',
    },
  ],
};

/** The tests that must pass in a project in which all of them were followed: files, and folders of those that end with `/`. */
export const recipeTests: readonly string[] = [
  named(() => import('../../arrows.test.ts')),
  named(() => import('../../words/cards/catalogue.test.ts')),
  named(() => import('../../cards/every-card.test.ts')),
  `${dirname(named(() => import('../../core/model/questions.test.ts')))}/`,
  named(() => import('../../bot/config/settings.test.ts')),
  named(() => import('../../deploy/azure/template.test.ts')),
  named(() => import('../../core/casework/erasure.test.ts')),
  named(() => import('../../core/casework/erasure-preconditions.test.ts')),
];
