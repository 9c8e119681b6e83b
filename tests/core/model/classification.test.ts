import { describe, expect, it } from '@jest/globals';
import {
  type Flag,
  suggestFlags,
  type ReportKind,
  reportKinds,
  towardsOptions,
  type Towards,
} from '../../../core/model/classification.ts';

const both: readonly Flag[] = ['apsp', 'harassmentOfColleague'];

describe('the flags that answers suggest', () => {
  it.each<[ReportKind, Towards | undefined, readonly Flag[]]>([
    ['boundaries', undefined, ['apsp']],
    ['boundaries', 'unsure', ['apsp']],
    ['boundaries', 'public', ['apsp']],
    ['boundaries', 'colleague', ['harassmentOfColleague']],
    ['boundaries', 'both', both],
    ['boundaries', 'me', both],
    ['harassment', undefined, ['harassmentOfColleague']],
    ['harassment', 'unsure', ['harassmentOfColleague']],
    ['harassment', 'public', ['apsp']],
    ['harassment', 'colleague', ['harassmentOfColleague']],
    ['harassment', 'both', both],
    ['harassment', 'me', ['harassmentOfColleague']],
  ])('%s towards %s', (kind, whom, flags) => {
    expect(suggestFlags(kind, whom)).toEqual(flags);
  });

  it('do not depend on towards whom for any other kind', () => {
    for (const whom of [...towardsOptions, undefined]) {
      expect(suggestFlags('domestic', whom)).toEqual(['domesticAbuse']);
      expect(suggestFlags('discrimination', whom)).toEqual(['discrimination']);
      for (const kind of [
        undefined,
        ...reportKinds.slice(2).filter((one) => one !== 'domestic' && one !== 'discrimination'),
      ]) {
        expect(suggestFlags(kind, whom)).toEqual([]);
      }
    }
  });
});
