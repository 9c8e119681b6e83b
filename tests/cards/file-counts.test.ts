import { describe, expect, it } from '@jest/globals';
import { fileCountText } from '../../cards/file-counts.ts';
import type { FileKind } from '../../core/model/file-kinds.ts';

const keys = { kinds: 'receipt.filesOfKinds', count: 'receipt.files' } as const;
const kindsOf = (text: string): readonly FileKind[] => {
  const kinds: Readonly<Record<string, FileKind>> = { p: 'photo', r: 'recording', v: 'video', d: 'document' };
  return text.split('').flatMap((sign) => kinds[sign] ?? []);
};

describe('the files of a report', () => {
  it.each([
    ['p', '1 photo', '1 llun'],
    ['pp', '2 photos', '2 lun'],
    ['ppp', '3 photos', '3 llun'],
    ['ppr', '2 photos and 1 recording', '2 lun ac 1 recordiad'],
    ['rr', '2 recordings', '2 recordiad'],
    ['d', '1 document', '1 ddogfen'],
    ['ddp', '1 photo and 2 documents', '1 llun a 2 ddogfen'],
    ['ddd', '3 documents', '3 dogfen'],
    ['vvprd', '1 photo, 1 recording, 2 videos and 1 document', '1 llun, 1 recordiad, 2 fideo ac 1 ddogfen'],
  ])('are said by their kinds: %s', (kinds, english, welsh) => {
    const all = kindsOf(kinds);
    expect(fileCountText('en', keys, all.length, all)).toBe(`Kept with your report: ${english}.`);
    expect(fileCountText('cy', keys, all.length, all)).toBe(`Cedwir gyda’ch adroddiad: ${welsh}.`);
  });

  it('are only counted if the kind of each is not known', () => {
    expect(fileCountText('en', keys, 3, kindsOf('p'))).toBe('Files kept with your report: 3.');
    expect(fileCountText('en', keys, 2)).toBe('Files kept with your report: 2.');
    expect(fileCountText('en', keys, 0, [])).toBe('Files kept with your report: 0.');
  });
});
