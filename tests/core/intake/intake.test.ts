import { routes } from '../../../core/model/routes.ts';
import { createMailbox } from '../../../crypto/decrypt-seal.ts';
import { deskContract } from '../../contracts/desk.contract.ts';
import { erasedAtOnce } from '../../support/core/erased-at-once.ts';
import { setUpSharedCore } from '../../support/core/set-up-core.ts';

const core = setUpSharedCore();

deskContract('in the same process', () => ({
  ...core.deps,
  mailbox: createMailbox(),
  erase: (code) => erasedAtOnce(core.store, code),
  person: { objectId: 'object-of-the-reporter', name: 'Name of the reporter' },
  ways: routes,
}));
