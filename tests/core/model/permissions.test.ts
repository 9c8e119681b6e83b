import { describe, expect, it } from '@jest/globals';
import {
  permittedAlertHealthGroups,
  mayRequestIdentity,
  mayHandle,
  maySee,
  maySeeIdentity,
  maySetTarget,
  maySupervise,
  mayPostSummary,
  permittedSummaryAudiences,
  permittedSummaryHealthAudiences,
} from '../../../core/model/permissions.ts';
import { type TargetName, targetNames } from '../../../core/model/alert-targets.ts';
import { toPersonId, type Role, roles } from '../../../core/model/roles.ts';

/** Every set of roles that somebody may hold. */
const everySet = Array.from(
  { length: 2 ** roles.length },
  (_, bits): ReadonlySet<Role> => new Set(roles.filter((_role, place) => bits & (1 << place))),
);
const holding = (...held: readonly Role[]): ReadonlySet<Role> => new Set(held);

describe('what a role allows', () => {
  it.each<[Role, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ['handler', ['acu'], ['acu', 'acuSecond', 'acuOnCall', 'summaryAcu'], ['acu'], []],
    ['custodian', [], [], [], []],
    ['reserve', ['reserve'], ['reserve', 'reserveOnCall', 'summaryReserve'], ['reserve'], ['reserve']],
    ['supervisor', [], [], [], []],
    ['summaryAcu', [], [], [], ['acu']],
    ['summaryWider', [], [], [], ['wider']],
    ['communications', [], [], [], []],
    ['admin', [], ['acu', 'acuSecond', 'acuOnCall', 'admins', 'summaryAcu', 'summaryWider'], ['acu'], ['wider']],
  ])('%s', (role, handles, sets, health, summaries) => {
    const held = holding(role);
    expect((['acu', 'reserve'] as const).filter((who) => mayHandle(held, who))).toEqual(handles);
    expect(targetNames.filter((name) => maySetTarget(held, name))).toEqual(sets);
    expect(permittedAlertHealthGroups(held)).toEqual(health);
    expect(permittedSummaryAudiences(held)).toEqual(summaries);
  });

  it('is nothing without a role', () => {
    expect(mayHandle(holding(), 'acu') || mayHandle(holding(), 'reserve')).toBe(false);
    expect(targetNames.some((name) => maySetTarget(holding(), name))).toBe(false);
    expect([...permittedAlertHealthGroups(holding()), ...permittedSummaryAudiences(holding())]).toEqual([]);
  });

  it('keeps the reserve to itself: no other roles together reach its cases, target, health or summary', () => {
    for (const held of everySet) {
      const isReserve = held.has('reserve');
      expect(mayHandle(held, 'reserve')).toBe(isReserve);
      expect(maySetTarget(held, 'reserve')).toBe(isReserve);
      expect(maySetTarget(held, 'summaryReserve')).toBe(isReserve);
      expect(permittedSummaryHealthAudiences(held).includes('reserve')).toBe(isReserve);
      expect(permittedAlertHealthGroups(held).includes('reserve')).toBe(isReserve);
      expect(permittedSummaryAudiences(held).includes('reserve')).toBe(isReserve);
    }
  });

  it('is nothing of a case that somebody is shut out of, whatever they hold and however their id is written', () => {
    for (const held of everySet) {
      const by = { objectId: toPersonId('Somebody'), roles: held };
      for (const handledBy of ['acu', 'reserve'] as const) {
        expect(maySee(by, { handledBy, excluded: [toPersonId('another')] })).toBe(mayHandle(held, handledBy));
        expect(maySee(by, { handledBy, excluded: [toPersonId('another'), toPersonId('sOMEBODY')] })).toBe(false);
      }
      for (const handledBy of ['acu', 'reserve'] as const) {
        const may = held.has('custodian') || mayHandle(held, handledBy);
        expect(mayRequestIdentity(by, { handledBy, excluded: [toPersonId('another')] })).toBe(may);
        expect(mayRequestIdentity(by, { handledBy, excluded: [toPersonId('somebody')] })).toBe(false);
      }
      expect(maySeeIdentity(by, { excluded: [] })).toBe(held.has('custodian'));
      expect(maySeeIdentity(by, { excluded: [toPersonId('somebody')] })).toBe(false);
    }
  });

  it('lets a supervisor, alone or with any other role, oversee only the unit’s cases, never one they are shut out of', () => {
    for (const held of everySet) {
      const by = { objectId: toPersonId('Somebody'), roles: held };
      expect(maySupervise(by, { handledBy: 'acu', excluded: [] })).toBe(held.has('supervisor'));
      expect(maySupervise(by, { handledBy: 'acu', excluded: [toPersonId('sOMEBODY')] })).toBe(false);
      expect(maySupervise(by, { handledBy: 'reserve', excluded: [] })).toBe(false);
    }
  });

  it('adds up over several roles and takes nothing away', () => {
    for (const held of everySet) {
      const alone = Array.from(held, (role) => holding(role));
      for (const who of ['acu', 'reserve'] as const) {
        expect(mayHandle(held, who)).toBe(alone.some((one) => mayHandle(one, who)));
      }
      for (const name of targetNames) {
        expect(maySetTarget(held, name)).toBe(alone.some((one) => maySetTarget(one, name)));
      }
      expect(new Set(permittedSummaryAudiences(held))).toEqual(new Set(alone.flatMap(permittedSummaryAudiences)));
      expect(new Set(permittedAlertHealthGroups(held))).toEqual(new Set(alone.flatMap(permittedAlertHealthGroups)));
    }
  });
});

describe('a channel that is told of a summary', () => {
  const at = (name: TargetName, conversationId: string) => ({ name, conversationId });
  const set = [at('acu', 'unit'), at('acuSecond', 'duty'), at('reserve', 'reserve'), at('admins', 'admins')];

  it.each([
    ['acu', ['unit', 'duty']],
    ['reserve', ['reserve']],
    ['wider', ['unit', 'duty', 'admins', 'board']],
  ] as const)('of %s may be these alone', (audience, expected) => {
    const places = ['unit', 'duty', 'reserve', 'admins', 'board'];
    expect(places.filter((place) => mayPostSummary(audience, place, set))).toEqual(expected);
  });

  it('may not be one to which nothing but a summary comes', () => {
    const told = [...set, at('summaryAcu', 'board'), at('summaryReserve', 'board')];
    expect((['acu', 'reserve'] as const).filter((audience) => mayPostSummary(audience, 'board', told))).toEqual([]);
  });

  it('shows how it is sent to those who may pull it, and to those who choose the channel', () => {
    expect(roles.map((role) => [role, permittedSummaryHealthAudiences(holding(role))])).toEqual([
      ['handler', ['acu']],
      ['custodian', []],
      ['reserve', ['reserve']],
      ['supervisor', []],
      ['summaryAcu', ['acu']],
      ['summaryWider', ['wider']],
      ['communications', []],
      ['admin', ['acu', 'wider']],
    ]);
  });
});
