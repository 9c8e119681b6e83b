import { fileURLToPath } from 'node:url';
import base from '../../jest.config.js';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const { globalSetup: _, ...rest } = base;

/** How tests run for one mutant after the other, in the copy that Stryker makes. */
export default {
  ...rest,
  rootDir,
  roots: [`${rootDir}tests`],
  watchman: false,
  // Stryker loads this itself, and does not know `<rootDir>`.
  testEnvironment: here('mutant-environment.ts'),
  testSequencer: here('covering-tests.ts'),
  setupFilesAfterEnv: [...base.setupFilesAfterEnv, here('seed-properties.ts')],
};
