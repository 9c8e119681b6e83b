import { routes } from '../../../core/model/report-routes.ts';
import { createMailboxDecrypter } from '../../../crypto/decrypt-seal.ts';
import { intakeContract } from '../../contracts/intake.contract.ts';
import { eraseCase } from '../../support/core/erase-case.ts';
import { setUpSharedCore } from '../../support/core/set-up-core.ts';

const core = setUpSharedCore();

intakeContract('in the same process', () => ({
  ...core.deps,
  mailbox: createMailboxDecrypter(),
  erase: (code) => eraseCase(core.store, code),
  person: { objectId: 'object-of-the-reporter', name: 'Name of the reporter' },
  ways: routes,
}));
