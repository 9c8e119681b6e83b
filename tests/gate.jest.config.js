import base from '../jest.config.js';
import { gateTests } from './gate-tests.ts';

// `npm run test:gate`.
export default { ...base, rootDir: '..', testMatch: gateTests.map((pattern) => `<rootDir>/tests/${pattern}.test.ts`) };
