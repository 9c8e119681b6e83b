import { dirname } from 'node:path';
import { describe } from '@jest/globals';
import { catalogue } from '../../../words/tab/catalogue.ts';
import { catalogueContract } from '../../contracts/catalogue.contract.ts';
import { importedProjectPath } from '../../support/imported-file.ts';

describe('the words of the tab', () => {
  catalogueContract(catalogue, {
    sources: [
      'tab/**/*.{ts,tsx}',
      importedProjectPath(() => import('../../../words/terms/term-word-keys.ts'), import.meta.url),
    ],
    wordFiles: `${dirname(importedProjectPath(() => import('../../../words/tab/catalogue.ts'), import.meta.url))}/*.ts`,
  });
});
