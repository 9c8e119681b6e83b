import { configureGlobal, readConfigureGlobal } from 'fast-check';

// The first example that fails has noticed a planted bug. A smaller one says no more of it, and with a whole store behind
// each try it was looked for until the test was cut off.
configureGlobal({ ...readConfigureGlobal(), endOnFailure: true });
