import { setUp, setUpShared } from '../set-up.ts';
import { type Core, openCore } from './open-core.ts';

const close = (core: Core): Promise<void> => core.close();

/** The core with a store, a seal and a clock of its own, opened for each test. */
export const setUpCore = (): Core => setUp(openCore, close);

/** The same, one for all tests of a file or a block. */
export const setUpSharedCore = (): Core => setUpShared(openCore, close);
