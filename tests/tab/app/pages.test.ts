import { describe, expect, it } from '@jest/globals';
import { caseIdFromBytes, formatCaseId } from '../../../core/model/case-id.ts';
import { initialLocation, navPage, visiblePages, toLocation } from '../../../tab/app/pages.ts';

const caseId = caseIdFromBytes(new Uint8Array(8).fill(7));
const nobody = { roles: [], handles: [], summaries: [] };
const handler = { roles: ['handler'], handles: ['acu'], summaries: [] } as const;
const custodian = { roles: ['custodian'], handles: [], summaries: [] } as const;
const admin = { roles: ['admin'], handles: [], summaries: ['wider'] } as const;
const summaryReader = {
  roles: ['summaryAcu', 'summaryWider'],
  handles: [],
  summaries: ['acu', 'wider'],
} as const;

describe('the pages that somebody has', () => {
  it.each([
    ['a person without a role', nobody, ['report', 'comeBack', 'guidance']],
    ['a reader of summaries', summaryReader, ['summaries', 'report', 'comeBack', 'guidance']],
    ['a handler', handler, ['today', 'cases', 'keys', 'report', 'comeBack', 'guidance']],
    [
      'the reserve',
      { roles: ['reserve'], handles: ['reserve'], summaries: ['reserve'] } as const,
      ['today', 'cases', 'oversight', 'summaries', 'keys', 'report', 'comeBack', 'guidance'],
    ],
    [
      'a writer of guidance',
      { roles: ['communications'], handles: [], summaries: [] } as const,
      ['campaigns', 'writing', 'report', 'comeBack', 'guidance'],
    ],
    [
      'a supervisor',
      { roles: ['supervisor'], handles: [], summaries: [] } as const,
      ['unit', 'report', 'comeBack', 'guidance'],
    ],
    [
      'a handler who is a supervisor',
      { roles: ['handler', 'supervisor'], handles: ['acu'], summaries: [] } as const,
      ['today', 'cases', 'unit', 'keys', 'report', 'comeBack', 'guidance'],
    ],
    ['a custodian', custodian, ['identity', 'keys', 'report', 'comeBack', 'guidance']],
    ['an admin', admin, ['summaries', 'campaigns', 'writing', 'keys', 'report', 'comeBack', 'guidance']],
  ])('are for %s those of their roles', (_, me, pages) => {
    expect(visiblePages(me)).toEqual(pages);
    expect(visiblePages(me).map((page) => navPage(toLocation(page)))).toEqual(pages);
  });

  it('are marked as the cases when a case is open, or what is open is searched', () => {
    expect(navPage({ page: 'case', caseId })).toBe('cases');
    expect(navPage({ page: 'search' })).toBe('cases');
  });
});

describe('where the tab opens', () => {
  it('is the first page that somebody has', () => {
    expect(initialLocation(handler, undefined, undefined)).toEqual({ page: 'today' });
    expect(initialLocation(custodian, undefined, undefined)).toEqual({ page: 'identity' });
    expect(initialLocation(nobody, undefined, undefined)).toEqual({ page: 'report', flow: 'report' });
  });

  it('is what a deep link asks for, in any writing of a reference', () => {
    expect(initialLocation(handler, `case:${caseId}`, undefined)).toEqual({ page: 'case', caseId });
    expect(initialLocation(handler, `case:${formatCaseId(caseId).toLowerCase()}`, 'report')).toEqual({
      page: 'case',
      caseId,
    });
    expect(initialLocation(nobody, 'comeBack', 'cases')).toEqual({ page: 'report', flow: 'comeBack' });
    expect(initialLocation(nobody, 'guidance', 'cases')).toEqual({ page: 'report', flow: 'guidance' });
  });

  it('is the period of the summaries that a link asks for, for those who have that page', () => {
    const link = { period: '2026-W47', part: 'figures' };
    const place = { page: 'summaries', link };
    expect(initialLocation(summaryReader, 'summaries:2026-W47', 'cases')).toEqual(place);
    expect(initialLocation(summaryReader, undefined, 'files:2026-W47')).toEqual({
      ...place,
      link: { ...link, part: 'files' },
    });
    expect(initialLocation(summaryReader, 'summaries:', 'cases')).toEqual({ page: 'summaries' });
    expect(initialLocation(handler, 'summaries:2026-W47', undefined)).toEqual({ page: 'today' });
  });

  it('is the page that the tab was made for where nothing else was asked for', () => {
    expect(initialLocation(handler, undefined, 'report')).toEqual({ page: 'report', flow: 'report' });
    expect(initialLocation(handler, '', 'cases')).toEqual({ page: 'cases' });
  });

  it.each([
    'today',
    'cases',
    'search',
    'keys',
    'identity',
    'unit',
    'oversight',
    'summaries',
    'summaries:2026-W47',
    'files:2026-W47',
    `case:${caseId}`,
    'case:nothing',
    'elsewhere',
    '',
  ])('shows a person without a role nothing of %p', (asked) => {
    expect(initialLocation(nobody, asked, asked)).toEqual({ page: 'report', flow: 'report' });
  });
});
