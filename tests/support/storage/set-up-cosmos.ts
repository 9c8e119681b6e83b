import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { setUpShared } from '../set-up.ts';

/** The stand-in for an account of Cosmos DB over TLS, one for all tests of a file. */
export const setUpCosmos = (): StrictCosmos =>
  setUpShared(
    () => startStrictCosmos({ tls: true }),
    (cosmos) => cosmos.stop(),
  );
