import { describe, expect, it } from '@jest/globals';
import type { DecryptedReport } from '../../../core/casework/decrypt-report.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { SealedFile } from '../../../core/model/sealed-file.ts';
import { groupNamedFiles } from '../../../tab/file-viewer/named-files.ts';
import { createCaseFile } from '../../support/tab/case-file.ts';

const [one, two, three] = ['a', 'b', 'c'].map((letter) => createCaseFile({ id: letter.repeat(32) }));
if (one === undefined || two === undefined || three === undefined) throw new Error('three were made');
const kept = ({ id }: SealedFile) => ({ id, bytes: 65_536 });

type Opened = Parameters<typeof groupNamedFiles>[0];
/** As much of an opened case as its files are looked for in. */
const opened = (files: readonly SealedFile[] | undefined, ...messages: readonly (readonly SealedFile[])[]): Opened => {
  const report: Pick<DecryptedReport['report'], 'files'> = files ? { files } : {};
  const thread = messages.map((of, at) => ({ message: { files: of }, at: `2026-11-0${at + 1}` }));
  return { report, thread };
};

describe('the files of an opened case', () => {
  it('are those that its seals name, each with what stands beside the case', () => {
    expect(groupNamedFiles(opened([one], [], [two]), { files: [kept(one), kept(two)] })).toEqual({
      groups: [
        { files: [{ file: one, stored: kept(one) }] },
        { at: '2026-11-02', files: [{ file: two, stored: kept(two) }] },
      ],
      unnamed: 0,
    });
  });

  it('are those as well that a handler added, each with what stands beside the case', () => {
    const added = [{ at: '2026-11-03T10:00:00.000Z', files: [two] }];
    const stored = { ...kept(two), addedBy: toPersonId('a') };
    expect(groupNamedFiles(opened([one]), { files: [kept(one), stored] }, added)).toEqual({
      groups: [
        { files: [{ file: one, stored: kept(one) }] },
        { at: '2026-11-03T10:00:00.000Z', isAddedByHandlers: true, files: [{ file: two, stored }] },
      ],
      unnamed: 0,
    });
  });

  it('are none where there are none', () => {
    expect(groupNamedFiles(opened(undefined), {})).toEqual({ groups: [], unnamed: 0 });
  });

  it('are told where the seal names one that is not there, and where one is there that no seal names', () => {
    expect(groupNamedFiles(opened([one, two]), { files: [kept(two), kept(three)] })).toEqual({
      groups: [
        {
          files: [
            { file: one, stored: undefined },
            { file: two, stored: kept(two) },
          ],
        },
      ],
      unnamed: 1,
    });
    expect(groupNamedFiles(opened(undefined), { files: [kept(one)] })).toEqual({ groups: [], unnamed: 1 });
  });
});
