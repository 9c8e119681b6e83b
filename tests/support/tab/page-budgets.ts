import {
  builtPartners,
  type BuiltFile,
  builtTab,
  additionalFiles,
  firstLoad,
  lazyModuleName,
  listLazyModules,
} from './built-tab.ts';

/** How many kB a part of a page may weigh beyond what is there before it, and what makes it as heavy as that. */
interface Budget {
  readonly maxKilobytes: number;
  /** The part that it is loaded from, where it is no page. */
  readonly beside?: () => Promise<object>;
  readonly why: string;
}

const report = () => import('../../../tab/report/report-page.tsx');
const aCase = () => import('../../../tab/case/case-page.tsx');
const aCard = () => import('../../../tab/case/subject-card-form.tsx');
const keys = () => import('../../../tab/keys/keys-page.tsx');
const hub = () => import('../../../tab/partners/report/report-area.tsx');

/** Everything that is loaded before the first page and the list of cases are there: React, Fluent, Teams, and their words. */
export const firstBudget = 185;
/** The same of the partners' page, which has React and plain HTML. */
export const firstPartnersBudget = 85;

const nameIn = (folder: string, part: () => Promise<object>) => lazyModuleName(part, import.meta.url, folder);

/** Budgets by the names that a built page has for its parts. */
const byName = (
  folder: string,
  budgets: readonly (readonly [part: () => Promise<object>, budget: Budget])[],
): Readonly<Record<string, Budget>> =>
  Object.fromEntries(budgets.map(([part, budget]) => [nameIn(folder, part), budget]));

/** The parts of the tab that are loaded when they are asked for. */
export const tabBudgets = byName(builtTab, [
  [() => import('../../../tab/today/today-page.tsx'), { maxKilobytes: 0, why: 'the first page: in the first load' }],
  [() => import('../../../tab/cases/cases-page.tsx'), { maxKilobytes: 0, why: 'the list: in the first load' }],
  [() => import('../../../tab/teams/teams-host.ts'), { maxKilobytes: 0, why: 'in the first load' }],
  [
    () => import('../../../tab/teams/development-host.ts'),
    { maxKilobytes: 1, why: 'for a machine of a developer alone' },
  ],
  [report, { maxKilobytes: 128, why: 'every step of a report, pages as HTML, what reads answers, what seals' }],
  [
    () => import('../../../dialogs/come-back-conversation.ts'),
    { maxKilobytes: 17, beside: report, why: 'coming back with a code' },
  ],
  [
    () => import('../../../crypto/word-lists/return-code-words.ts'),
    { maxKilobytes: 16, beside: report, why: 'the words of return codes, in both languages' },
  ],
  [
    () => import('../../../tab/report/files-panel.tsx'),
    { maxKilobytes: 15, beside: report, why: 'the panel for files, what makes clean copies of them' },
  ],
  [aCase, { maxKilobytes: 152, why: 'each panel of a case, fields, what seals a note, what keeps an opened report' }],
  [
    () => import('../../../tab/case/decrypted-report-view.tsx'),
    { maxKilobytes: 26, beside: aCase, why: 'the questions and answers of a report, in words, and its print' },
  ],
  [
    () => import('../../../tab/case/safety-panel.tsx'),
    { maxKilobytes: 6, beside: aCase, why: 'the form about danger, with its words' },
  ],
  [
    () => import('../../../tab/case/recording-panel.tsx'),
    { maxKilobytes: 5, beside: aCase, why: 'two short forms, with their words' },
  ],
  [
    () => import('../../../tab/case/urgency-panel.tsx'),
    { maxKilobytes: 5, beside: aCase, why: 'raising and lowering, with their words' },
  ],
  [() => import('../../../tab/today/my-tasks.tsx'), { maxKilobytes: 4, why: 'the list of tasks, with its words' }],
  [
    () => import('../../../tab/case/chronology-panel.tsx'),
    { maxKilobytes: 5, beside: aCase, why: 'the days of a case, with its words' },
  ],
  [
    () => import('../../../tab/case/exhibits-panel.tsx'),
    { maxKilobytes: 5, beside: aCase, why: 'the list of files, with its words' },
  ],
  [
    () => import('../../../tab/case/contact-rules.tsx'),
    { maxKilobytes: 18, beside: aCase, why: 'the answers of a partner about contact' },
  ],
  [aCard, { maxKilobytes: 18, beside: aCase, why: 'a card of a subject, comparing each pair of two, withdrawing one' }],
  [
    () => import('../../../tab/case/title-form.tsx'),
    { maxKilobytes: 24, beside: aCase, why: 'a title and subject, what proposes and seals them' },
  ],
  [
    () => import('../../../tab/case/person-groups.tsx'),
    { maxKilobytes: 5, beside: aCard, why: 'who is in a group, what opens their cards, parting two' },
  ],
  [
    () => import('../../../tab/case/confirm-same-person.tsx'),
    { maxKilobytes: 1, beside: aCard, why: 'a short form, with its words' },
  ],
  [
    () => import('../../../tab/case/add-files-form.tsx'),
    { maxKilobytes: 51, beside: aCase, why: 'what seals files, in parts' },
  ],
  [
    () => import('../../../tab/exports/export-form.tsx'),
    { maxKilobytes: 31, beside: aCase, why: 'reports in words; a worker writes the PDF' },
  ],
  [
    () => import('../../../tab/file-viewer/case-file-list.tsx'),
    { maxKilobytes: 45, beside: aCase, why: 'what opens sealed files, and the frame' },
  ],
  [
    () => import('../../../cards/question-texts.ts'),
    { maxKilobytes: 15, beside: aCase, why: 'answers of partners, in words' },
  ],
  [
    () => import('../../../core/casework/decrypt-report.ts'),
    { maxKilobytes: 5, beside: aCase, why: 'what reads a report that was opened' },
  ],
  [
    () => import('../../../tab/crypto/decrypt-released-seals.ts'),
    { maxKilobytes: 37, beside: aCase, why: 'what opens the seals of a case' },
  ],
  [
    () => import('../../../tab/crypto/seal-message.ts'),
    { maxKilobytes: 35, beside: aCase, why: 'what seals a message to whoever reported' },
  ],
  [() => import('../../../tab/cases/bulk-bar.tsx'), { maxKilobytes: 20, why: 'fields for several cases at once' }],
  [() => import('../../../tab/cases/hand-over-form.tsx'), { maxKilobytes: 20, why: 'fields for handing over' }],
  [() => import('../../../tab/cases/case-filters.tsx'), { maxKilobytes: 12, why: 'a field for each filter' }],
  [
    () => import('../../../tab/ui/case-labels.ts'),
    { maxKilobytes: 12, why: 'categories, flags, referrals and outcomes in words' },
  ],
  [
    () => import('../../../tab/titles/title-crypto.ts'),
    { maxKilobytes: 45, why: 'what opens sealed titles: a hash, and keys' },
  ],
  [() => import('../../../tab/cases/column-picker.tsx'), { maxKilobytes: 5, why: 'boxes to tick' }],
  [() => import('../../../tab/cases/first-steps.tsx'), { maxKilobytes: 2, why: 'sentences for who has no case yet' }],
  [
    () => import('../../../tab/app/shortcuts-dialog.tsx'),
    { maxKilobytes: 33, why: 'Fluent’s window, which keeps the focus' },
  ],
  [keys, { maxKilobytes: 86, why: 'each step with keys, what reads a list that is signed' }],
  [
    () => import('../../../crypto/passphrase-strength.ts'),
    { maxKilobytes: 250, beside: keys, why: 'the lists by which passphrases are guessed' },
  ],
  [
    () => import('../../../crypto/word-lists/english.ts'),
    { maxKilobytes: 7, beside: keys, why: 'the words that a passphrase is drawn from' },
  ],
  [() => import('../../../crypto/word-lists/welsh.ts'), { maxKilobytes: 7, beside: keys, why: 'the same in Welsh' }],
  [
    () => import('../../../tab/crypto/unlock-keys.ts'),
    { maxKilobytes: 45, why: 'age, with the post-quantum key exchange' },
  ],
  [() => import('../../../tab/crypto/find-recipient-warnings.ts'), { maxKilobytes: 11, why: 'a hash' }],
  [() => import('../../../tab/crypto/key-trust.ts'), { maxKilobytes: 23, why: 'signatures' }],
  [() => import('../../../tab/crypto/reader-recipients.ts'), { maxKilobytes: 44, why: 'age' }],
  [() => import('../../../tab/crypto/verify-recipient-list.ts'), { maxKilobytes: 23, why: 'signatures' }],
  [() => import('../../../crypto/seal-text.ts'), { maxKilobytes: 43, why: 'age' }],
  [() => import('../../../crypto/decrypt-seal.ts'), { maxKilobytes: 43, why: 'age' }],
  [() => import('../../../crypto/identity-file-format.ts'), { maxKilobytes: 1, why: 'looks at how a file begins' }],
  [
    () => import('../../../tab/identity/identity-page.tsx'),
    { maxKilobytes: 128, why: 'requests, what opens an identity, what reads it' },
  ],
  [() => import('../../../tab/oversight/oversight-page.tsx'), { maxKilobytes: 58, why: 'panels and fields' }],
  [
    () => import('../../../tab/unit/unit-page.tsx'),
    { maxKilobytes: 18, why: 'tables, and what was done in a case, in words' },
  ],
  [() => import('../../../tab/search/search-page.tsx'), { maxKilobytes: 25, why: 'a field, and what was opened' }],
  [() => import('../../../tab/summaries/summaries-page.tsx'), { maxKilobytes: 142, why: 'Fluent’s charts' }],
  [
    () => import('../../../tab/campaigns/campaigns-page.tsx'),
    { maxKilobytes: 117, why: 'plans, the look of each card' },
  ],
  [
    () => import('../../../tab/guidance/guidance-editor-page.tsx'),
    { maxKilobytes: 117, why: 'what reads a topic, and shows its card' },
  ],
  [
    () => import('../../../tab/invitations/invitations-page.tsx'),
    { maxKilobytes: 36, why: 'fields, and windows that ask' },
  ],
]);

/** The parts of the partners' page. */
export const partnersBudgets = byName(builtPartners, [
  [
    () => import('../../../tab/partners/sign-in/passkey.ts'),
    { maxKilobytes: 4, why: 'what asks the browser for a passkey' },
  ],
  [
    () => import('../../../tab/partners/sign-in/scrypt.ts'),
    { maxKilobytes: 9, why: 'scrypt, by which words become a key' },
  ],
  [
    () => import('../../../crypto/word-lists/english.ts'),
    { maxKilobytes: 7, why: 'the words that a passphrase is drawn from' },
  ],
  [() => import('../../../crypto/word-lists/welsh.ts'), { maxKilobytes: 7, why: 'the same in Welsh' }],
  [hub, { maxKilobytes: 119, why: 'every step of a report, pages as HTML, what seals' }],
  [
    () => import('../../../dialogs/come-back-conversation.ts'),
    { maxKilobytes: 17, beside: hub, why: 'coming back with a code' },
  ],
  [
    () => import('../../../crypto/word-lists/return-code-words.ts'),
    { maxKilobytes: 16, beside: hub, why: 'the words of return codes, in both languages' },
  ],
  [
    () => import('../../../tab/partners/report/files-panel.tsx'),
    { maxKilobytes: 14, beside: hub, why: 'the panel for files' },
  ],
  [
    () => import('../../../tab/partners/report/partner-form-pdf.ts'),
    { maxKilobytes: 225, beside: hub, why: 'what writes PDF' },
  ],
]);

/** A part of a built page beside its budget. */
export interface ModuleWeight {
  readonly part: string;
  readonly budget: Budget | undefined;
  readonly files: readonly BuiltFile[];
}

const weighed = (
  folder: string,
  first: readonly string[],
  budgets: Readonly<Record<string, Budget>>,
): readonly ModuleWeight[] =>
  [...listLazyModules(folder).keys()].map((part) => {
    const budget = budgets[part];
    const there = budget?.beside === undefined ? first : [...first, nameIn(folder, budget.beside)];
    return { part, budget, files: additionalFiles([part], there, folder) };
  });

/** Each part that the built tab lists, with the files that it brings beyond what is there when it is asked for. */
export const weighTab = (): readonly ModuleWeight[] => weighed(builtTab, firstLoad, tabBudgets);
/** The same of the partners' page. */
export const weighPartners = (): readonly ModuleWeight[] => weighed(builtPartners, [], partnersBudgets);
