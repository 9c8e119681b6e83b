import { KeysError } from '../keys/keys-error.ts';
import { type PageContext, PageError } from '../page/command.ts';
import { verifyPage } from '../page/verify.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { type FindingName, found } from './findings.ts';
import type { Tells } from './run-checks.ts';

const findings: Readonly<Record<number, FindingName>> = { 1: 'page-no-answer', 3: 'page-differs', 4: 'page-unsigned' };
const notRead = 'a file of the options cannot be read.';

export async function lookAtPage(
  { server, manifest, by }: NonNullable<DoctorOptions['page']>,
  context: Omit<PageContext, 'say'>,
  { tell }: Tells,
): Promise<void> {
  if (server === undefined || manifest === undefined) {
    tell(found('page-options-wrong', 'one of the options is missing.'));
    return;
  }
  try {
    const args = ['--manifest', manifest, ...by.flatMap((one) => ['--by', one]), '--', server];
    const finding = findings[await verifyPage(args, { ...context, say: () => undefined })];
    if (finding !== undefined) tell(found(finding));
  } catch (error) {
    const isOurs = error instanceof PageError || error instanceof KeysError;
    tell(found('page-options-wrong', isOurs ? error.message : notRead));
  }
}
