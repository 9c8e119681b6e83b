import { routes } from '../../../concerns/terms/routes.ts';
import { createMailbox } from '../../../seals/open-seal.ts';
import { deskContract } from '../../contracts/desk.contract.ts';
import { erasedAtOnce } from '../../support/concerns/erased-at-once.ts';
import { setUpSharedCore } from '../../support/concerns/set-up-core.ts';

const core = setUpSharedCore();

deskContract('in the same process', () => ({
  ...core.deps,
  mailbox: createMailbox(),
  erase: (code) => erasedAtOnce(core.store, code),
  person: { objectId: 'object-of-the-reporter', name: 'Name of the reporter' },
  ways: routes,
}));
