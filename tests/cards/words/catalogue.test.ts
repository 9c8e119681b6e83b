import { describe } from '@jest/globals';
import { catalogue } from '../../../cards/words/catalogue.ts';
import { catalogueContract } from '../../contracts/catalogue.contract.ts';

describe('the words', () => {
  catalogueContract(catalogue, {
    sources: ['cards', 'bot', 'dialogs', 'summary', 'manifest'].map((folder) => `${folder}/**/*.ts`),
    wordFiles: 'cards/words/*.ts',
  });
});
