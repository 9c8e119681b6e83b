import base from '../jest.config.js';
import { gateTests } from './gate-tests.ts';

// `npm test`: all but the gate. A file that is named, or reaches what is named, runs whichever it belongs to.
const isNamed = process.argv.some((word) => word === '--findRelatedTests' || /^tests\/(?!.*\.js$)/u.test(word));
const others = gateTests.map((pattern) => `!${import.meta.dirname}/${pattern}.test.ts`);

export default { ...base, rootDir: '..', testMatch: [...base.testMatch, ...(isNamed ? [] : others)] };
