import { describe } from '@jest/globals';
import { catalogue } from '../../../words/partners/catalogue.ts';
import { catalogueContract } from '../../contracts/catalogue.contract.ts';

describe("the words of the partners' page", () => {
  catalogueContract(catalogue, { sources: ['tab/**/*.{ts,tsx}'], wordFiles: 'words/partners/*.ts' });
});
