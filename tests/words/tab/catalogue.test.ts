import { describe } from '@jest/globals';
import { catalogue } from '../../../words/tab/catalogue.ts';
import { catalogueContract } from '../../contracts/catalogue.contract.ts';

describe('the words of the tab', () => {
  catalogueContract(catalogue, {
    sources: ['tab/**/*.{ts,tsx}', 'words/terms/term-words.ts'],
    wordFiles: 'words/tab/*.ts',
  });
});
