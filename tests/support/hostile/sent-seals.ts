import { z } from 'zod';
import type { KeyGroup } from '../../../core/model/public-keys.ts';

/** A seal as it left a page, with the group that it is for by the terms beside it. */
export interface SentSeal {
  readonly group: Exclude<KeyGroup, 'recovery'>;
  readonly seal: { readonly text: string; readonly stanzas: number };
}

const handledBy = z.enum(['acu', 'reserve']);
const reportSchema = z.object({
  handledBy,
  mode: z.string(),
  sealedReport: z.string(),
  sealedIdentity: z.string().optional(),
});
const additionSchema = z.object({ handledBy, sealed: z.string() });

/** For how many a seal is, by its header: what each of them opens stands there on a line of its own. */
function looked(text: string): SentSeal['seal'] {
  const header = Buffer.from(text, 'base64').toString('latin1').split('\n---')[0] ?? '';
  return { text, stanzas: header.split('\n-> mlkem768x25519').length - 1 };
}

/** The seals in bodies, each after the name of its operation. */
export const parseSentSeals = (bodies: readonly string[]): readonly SentSeal[] =>
  bodies.flatMap((line): readonly SentSeal[] => {
    const [operation] = line.split(' ', 1);
    const body: unknown = JSON.parse(line.slice((operation?.length ?? 0) + 1));
    if (operation === 'report.submit') {
      const { handledBy: group, mode, sealedReport, sealedIdentity } = reportSchema.parse(body);
      const to: SentSeal['group'] = mode === 'confidential' ? 'custodians' : group;
      return [
        { group, seal: looked(sealedReport) },
        ...(sealedIdentity === undefined ? [] : [{ group: to, seal: looked(sealedIdentity) }]),
      ];
    }
    if (operation !== 'report.add') return [];
    const { handledBy: group, sealed } = additionSchema.parse(body);
    return [{ group, seal: looked(sealed) }];
  });
