import { describe } from '@jest/globals';
import { catalogue } from '../../../words/cards/catalogue.ts';
import { catalogueContract } from '../../contracts/catalogue.contract.ts';

describe('the words', () => {
  catalogueContract(catalogue, {
    sources: ['cards', 'bot', 'commands', 'development', 'dialogs', 'print', 'summary', 'manifest']
      .map((folder) => `${folder}/**/*.ts`)
      .concat('words/cards/question-words.ts'),
    wordFiles: 'words/cards/!(question-words).ts',
  });
});
