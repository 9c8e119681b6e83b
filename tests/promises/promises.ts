import { promisesOfReadme } from './readme.ts';
import { promisesOfReliability } from './reliability.ts';
import type { ProductPromise, PromiseDocument } from './product-promise.ts';
import { promisesOfThreatModel } from './threat-model.ts';

/** Every promise of the README, of what holds when things break, and of the threat model. A promise that several of them make is here once. */
export const productPromises: readonly ProductPromise[] = [
  ...promisesOfReadme,
  ...promisesOfReliability,
  ...promisesOfThreatModel,
];

/** The second-level headings of each document, by whether each bullet and row of a table below them has to be quoted by a promise. */
export const documentSections: Readonly<
  Record<PromiseDocument, { readonly promises: readonly string[]; readonly others: readonly string[] }>
> = {
  'README.md': {
    promises: ['What it promises'],
    others: ['Try it', 'The tree', 'Commands', 'Where to go on'],
  },
  'docs/reliability.md': {
    promises: [
      'The promises',
      'Changes of cases',
      'What happens',
      'Alerts that come twice',
      'What can be lost',
      'A file that moved',
    ],
    others: ['What was counted', 'A file that was altered', 'Backup and restore', 'Never run against Azure'],
  },
  'docs/threat-model.md': {
    promises: ['Where words are in clear', 'Who attacks', 'Other safeguards', 'Headers and TLS'],
    // A test of their own reads each row of the tables of the first card and of words without exception. The last two list limits.
    others: [
      'What is protected',
      'What is said before the first question',
      'Guessing a return code',
      'What can still be inferred',
      'What remains, in one list',
    ],
  },
};

/** The beginnings of bullets and rows in sections of promises that promise nothing: limits, advice to operators, and what rests on people. */
export const statementsWithoutPromise: Readonly<Record<PromiseDocument, readonly string[]>> = {
  'README.md': [],
  'docs/reliability.md': [
    '- **A report that was not sent**',
    '- **What was typed on one card**',
    '- **What is sealed to lost keys**',
    '- **That a message was not genuine**',
    '- *The file was deleted*',
  ],
  'docs/threat-model.md': [
    '- *Can*',
    '- *Remains*',
    '| someone who manages the device |',
    '- *First contact rests on people*',
    '- *Backups*',
    '- In front:',
    '- Behind:',
    '- Outward:',
  ],
};
