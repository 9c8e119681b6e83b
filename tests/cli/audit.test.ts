import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { formatCaseId } from '../../core/model/case-id.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { appendEvent, emptyChain, type EventRecord, hashOfEvent } from '../../core/model/event-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type AuditedStore, openAuditedStore } from '../support/cli/audited-store.ts';

let audited: AuditedStore;
beforeEach(async () => {
  audited = await openAuditedStore();
});
afterEach(() => audited.stop());

function someCase(): CaseRecord {
  const [, record] = audited.cases;
  if (record === undefined) throw new Error('there is no case');
  return record;
}
async function anchored(): Promise<{ readonly heads: string; readonly root: string }> {
  const heads = join(audited.folder, `heads-${Math.random()}`);
  const { printed } = await audited.audit('anchor', '--heads', heads);
  return { heads, root: printed.split(' root ')[1] ?? '' };
}
const against = ({ heads, root }: { readonly heads: string; readonly root: string }) =>
  audited.audit('verify', '--heads', heads, '--root', root);

/** A history as somebody makes it anew who can write to the whole database: every hash right again. */
function madeAnew(record: CaseRecord, events: readonly EventRecord[]): void {
  let so: CaseRecord = { ...record, chain: emptyChain };
  const anew: EventRecord[] = [];
  for (const { kind, by, at, detail } of events) {
    const after = appendEvent(so, { kind, by, at, ...(detail && { detail }) });
    anew.push(after.event);
    so = after.record;
  }
  audited.writeEvents(record, anew);
  audited.writeRecord(so);
}

describe('npm run audit -- verify', () => {
  it('goes through every case and says that all are whole', async () => {
    const { code, printed } = await audited.audit('verify');
    expect(code).toBe(0);
    expect(printed).toBe('Checked: 3 cases with 15 entries.\nAll of them are intact.');
  });

  it('goes through more cases than a page of them holds', async () => {
    await audited.stop();
    audited = await openAuditedStore(205);
    const { code, printed } = await audited.audit('verify');
    expect(printed).toContain('Checked: 205 cases with 1025 entries.');
    expect(code).toBe(0);
  });

  it('says in which case and at which entry something was edited', async () => {
    const record = someCase();
    const events = audited.readEvents(record);
    audited.writeEvents(
      record,
      events.map((event) => (event.sequence === 3 ? { ...event, by: { objectId: toPersonId('another') } } : event)),
    );
    const { code, printed } = await audited.audit('verify');
    expect(code).toBe(3);
    expect(printed).toContain(
      `Case ${formatCaseId(record.caseId)}, entry 3: the entry was changed after it was written.`,
    );
    expect(printed).toContain('Not intact: 1.');
  });

  const changes: readonly (readonly [string, (events: readonly EventRecord[]) => readonly EventRecord[]])[] = [
    ['an entry was dropped', (events) => events.toSpliced(2, 1)],
    ['the last entry was dropped', (events) => events.slice(0, -1)],
    ['all entries were dropped', () => []],
    ['two entries were swapped', ([a, b, c, ...rest]) => [a, c, b, ...rest].filter((event) => event !== undefined)],
    ['an entry was doubled', (events) => [...events, ...events.slice(-1)]],
    [
      'a seal was put in the place of another',
      (events) =>
        events.map((event) => (event.note ? { ...event, note: { ...event.note, sealed: 'b3RoZXI=' } } : event)),
    ],
    [
      'an entry was edited and its hash made anew',
      (events) =>
        events.map((event) => {
          if (event.sequence !== 2) return event;
          const edited = { ...event, at: '2026-11-26T10:15:00.000Z' };
          return { ...edited, hash: hashOfEvent(edited) };
        }),
    ],
  ];
  it.each(changes)('finds that %s', async (_, how) => {
    const record = someCase();
    audited.writeEvents(record, how(audited.readEvents(record)));
    const { code, printed } = await audited.audit('verify');
    expect(code).toBe(3);
    expect(printed).toContain(formatCaseId(record.caseId));
    expect(printed).toContain('Not intact: 1.');
  });

  it('finds a case that was changed behind its history', async () => {
    const record = audited.readRecord(someCase());
    audited.writeRecord({ ...record, status: 'closed' });
    const { code, printed } = await audited.audit('verify');
    expect(code).toBe(3);
    expect(printed).toContain('entry 5: the case was changed without an entry in its history.');
  });

  it('goes on where a history or a record cannot be read at all, and says so', async () => {
    const record = someCase();
    audited.tamper((database) =>
      database.prepare('UPDATE events SET record = ? WHERE case_id = ? AND sequence = 2').run('{}', record.caseId),
    );
    const unreadable = await audited.audit('verify');
    expect(unreadable.code).toBe(3);
    expect(unreadable.printed).toContain(`Case ${formatCaseId(record.caseId)}, entry 1: the history cannot be read`);
    audited.tamper((database) =>
      database.prepare('UPDATE cases SET record = ? WHERE case_id = ?').run('{}', record.caseId),
    );
    expect(await audited.audit('verify')).toEqual({
      code: 3,
      printed:
        'A case, the history of the settings, or the record of published figures cannot be read: a record is damaged. Tell the person who is responsible for the data.',
    });
  });

  it('finds any edit of any field of any entry', async () => {
    const record = someCase();
    const events = audited.readEvents(record);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: events.length - 1 }),
        fc.constantFrom('at', 'request', 'previous', 'caseDigest', 'kind'),
        fc.boolean(),
        async (place, field, isRehashed) => {
          const odd = field === 'kind' ? 'viewed' : 'something else';
          audited.writeEvents(
            record,
            events.map((event, at) => {
              if (at !== place) return event;
              const edited = { ...event, [field]: odd };
              return isRehashed ? { ...edited, hash: hashOfEvent(edited) } : edited;
            }),
          );
          expect((await audited.audit('verify')).code).toBe(3);
        },
      ),
      { numRuns: 60 },
    );
    audited.writeEvents(record, events);
    expect((await audited.audit('verify')).code).toBe(0);
  });
});

describe('npm run audit -- anchor', () => {
  it('prints the day, the number of cases and the root', async () => {
    const { code, printed } = await audited.audit('anchor');
    expect(code).toBe(0);
    expect(printed).toMatch(/^2026-11-25 cases 3 root [\w-]{43}$/u);
  });

  it('writes the heads for their owner alone, and over no file', async () => {
    const { heads } = await anchored();
    expect(statSync(heads).mode & 0o777).toBe(0o600);
    const before = readFileSync(heads, 'utf8');
    expect(before.trim().split('\n')).toHaveLength(3);
    const again = await audited.audit('anchor', '--heads', heads);
    expect(again).toEqual({
      code: 1,
      printed: 'A file of this name exists already. Nothing was written: name another.',
    });
    expect(readFileSync(heads, 'utf8')).toBe(before);
  });

  it('is what a later check is held against, also when cases have grown and come since', async () => {
    const anchor = await anchored();
    const standing = await audited.store.cases.read(someCase().caseId);
    if (standing === undefined) throw new Error('the case is gone');
    const after = appendEvent(standing.value, {
      kind: 'viewed',
      by: { objectId: toPersonId('a-handler') },
      at: '2026-11-26T08:00:00Z',
    });
    await audited.store.cases.change({ case: { ...standing, value: after.record }, events: [after.event] });
    const { code, printed } = await against(anchor);
    expect(code).toBe(0);
    expect(printed).toContain('against 3 anchored heads');
  });

  it('shows that entries were cut off, though all that is left was made to fit', async () => {
    const anchor = await anchored();
    const record = audited.readRecord(someCase());
    madeAnew(record, audited.readEvents(record).slice(0, 3));
    expect((await audited.audit('verify')).code).toBe(0);
    const { code, printed } = await against(anchor);
    expect(code).toBe(3);
    expect(printed).toContain(`Case ${formatCaseId(record.caseId)}, entry 5: anchored entries are missing.`);
  });

  it('shows that a history was written anew', async () => {
    const anchor = await anchored();
    const record = audited.readRecord(someCase());
    const events = audited
      .readEvents(record)
      .map((event) => (event.kind === 'consulted' ? { ...event, by: { objectId: toPersonId('another') } } : event));
    madeAnew(record, events);
    expect((await audited.audit('verify')).code).toBe(0);
    const { code, printed } = await against(anchor);
    expect(code).toBe(3);
    expect(printed).toContain('entry 5: anchored entries were rewritten.');
  });

  it('shows that a case is gone', async () => {
    const anchor = await anchored();
    const { caseId } = someCase();
    audited.tamper((database) => {
      for (const table of ['cases', 'events', 'alerts'])
        database.prepare(`DELETE FROM ${table} WHERE case_id = ?`).run(caseId);
    });
    expect((await audited.audit('verify')).code).toBe(0);
    const { code, printed } = await against(anchor);
    expect(code).toBe(3);
    expect(printed).toContain(`Case ${formatCaseId(caseId)}, entry 5: the case was anchored and is missing.`);
  });

  it('is no help with heads that are not those of the root', async () => {
    const anchor = await anchored();
    const text = readFileSync(anchor.heads, 'utf8');
    for (const [place, changed] of [
      text.split('\n').slice(1).join('\n'),
      `${text}${text}`,
      text.replace(' 5 ', ' 4 '),
      '',
    ].entries()) {
      const heads = join(audited.folder, `changed-${place}`);
      writeFileSync(heads, changed);
      expect(await against({ ...anchor, heads })).toEqual({
        code: 3,
        printed: 'The file of heads does not belong to this root. Nothing was checked.',
      });
    }
    expect((await against({ ...anchor, root: 'other' })).code).toBe(3);
    expect((await against({ ...anchor, root: `-${'a'.repeat(42)}` })).code).toBe(3);
  });
});

describe('npm run audit', () => {
  it.each([
    [[]],
    [['check']],
    [['verify', 'more']],
    [['verify', '--heads', 'file']],
    [['verify', '--root', 'root']],
    [['verify', '--heads', '', '--root', '']],
    [['anchor', '--root', 'root']],
    [['anchor', '--odd']],
  ])('says how it is used where it is given %j', async (args) => {
    const { code, printed } = await audited.audit(...args);
    expect(code).toBe(2);
    expect(printed).toContain('npm run audit -- verify');
  });

  it('says in a sentence that a file cannot be read', async () => {
    const { code, printed } = await audited.audit('verify', '--heads', join(audited.folder, 'none'), '--root', 'root');
    expect(code).toBe(1);
    expect(printed).toBe('The file of heads could not be read or written. Check its name and its folder.');
  });
});
