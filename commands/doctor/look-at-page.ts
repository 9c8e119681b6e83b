import { KeysError } from '../keys/keys-error.ts';
import type { PageContext } from '../page/command.ts';
import { PageError } from '../page/page-error.ts';
import { verifyPage } from '../page/verify.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { found } from './finding.ts';
import type { FindingName } from './finding-table.ts';
import type { Tells } from './run-checks.ts';

const findings: Readonly<Record<number, FindingName>> = { 1: 'page-no-answer', 3: 'page-differs', 4: 'page-unsigned' };
const notRead = 'a file of the options cannot be read.';

/** Has `page verify` look whether a server hands out what two people signed. What it says line by line is not repeated. */
export const lookAtPage =
  (asked: DoctorOptions['page'], context: Omit<PageContext, 'say'>) =>
  async ({ tell }: Tells): Promise<void> => {
    if (asked === undefined) {
      tell(found('page-not-compared'));
      return;
    }
    const { server, manifest, by } = asked;
    if (server === undefined || manifest === undefined) {
      tell(found('page-options-wrong', 'one of the options is missing.'));
      return;
    }
    try {
      const args = ['--manifest', manifest, ...by.flatMap((one) => ['--by', one]), '--', server];
      const code = await verifyPage(args, { ...context, say: () => undefined });
      const finding = findings[code];
      if (finding !== undefined) tell(found(finding));
    } catch (error) {
      const isOurs = error instanceof PageError || error instanceof KeysError;
      tell(found('page-options-wrong', isOurs ? error.message : notRead));
    }
  };
