import { setUpShared } from '../../set-up.ts';
import { startUnit, type Unit } from './unit.ts';

/** A server in production's settings and a browser beside it, for all tests of a file. */
export const setUpUnit = (...options: Parameters<typeof startUnit>): Unit =>
  setUpShared(
    () => startUnit(...options),
    (unit) => unit.stop(),
  );
