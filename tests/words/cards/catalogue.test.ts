import { basename, dirname } from 'node:path';
import { describe } from '@jest/globals';
import { catalogue } from '../../../words/cards/catalogue.ts';
import { catalogueContract } from '../../contracts/catalogue.contract.ts';
import { importedProjectPath } from '../../support/imported-file.ts';

/** It says which words a question has, and holds none. */
const besideWords = importedProjectPath(() => import('../../../words/cards/question-word-keys.ts'), import.meta.url);

describe('the words', () => {
  catalogueContract(catalogue, {
    sources: ['cards', 'bot', 'cli', 'development', 'dialogs', 'documents', 'summary', 'manifest']
      .map((folder) => `${folder}/**/*.ts`)
      .concat(besideWords),
    wordFiles: `${dirname(besideWords)}/!(${basename(besideWords, '.ts')}).ts`,
  });
});
