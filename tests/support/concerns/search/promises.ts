import type { EventRecord } from '../../../../concerns/records/event-record.ts';
import { type Actor, maySee } from '../../../../concerns/records/permissions.ts';
import type { StoredCase } from '../casework.ts';
import type { CoreAtWork } from './quick-core.ts';
import type { Played } from './scenes.ts';

/** How often the acts of a search came to where a promise matters. */
export interface Came {
  hidden: number;
  closed: number;
  exported: number;
  erased: number;
  identity: number;
  agreed: number;
}
export const nothingCame = (): Came => ({ hidden: 0, closed: 0, exported: 0, erased: 0, identity: 0, agreed: 0 });

class Found extends Error {}
export const promise = (holds: boolean, what: string): void => {
  if (!holds) throw new Found(what);
};

export const isBy = ({ by }: EventRecord, person: Pick<Actor, 'objectId'>): boolean =>
  typeof by === 'object' && by.objectId === person.objectId;

/** Whether somebody is out of a case after these entries. */
export function isOutAt(events: readonly EventRecord[], person: Pick<Actor, 'objectId'>): boolean {
  const last = events.findLast(
    (event) =>
      (event.kind === 'conflictDeclared' && isBy(event, person)) ||
      (['excluded', 'readmitted'].includes(event.kind) && event.detail?.person === person.objectId),
  );
  return last !== undefined && last.kind !== 'readmitted';
}

/** What holds once one person has done what they did: nothing that others could see ended or went without another. */
export async function expectAnother(
  core: CoreAtWork,
  { before, after }: { readonly before: StoredCase; readonly after: StoredCase },
  { alone, known, reserves }: Played,
  came: Came,
): Promise<void> {
  const { record } = after;
  const others = known.filter(({ objectId }) => objectId !== alone.objectId);
  const seenBefore = others.filter((person) => maySee(person, before.record));
  const since = after.events.slice(before.events.length).filter((event) => isBy(event, alone));
  const alert = (await core.store.outbox.read(record.caseId))?.value;

  /** Somebody else of the reserve finds the case where it is told of it, and a post is due that says so. */
  const reserveTold = async (): Promise<boolean> => {
    const told = reserves.filter(({ objectId }) => objectId !== alone.objectId);
    if (record.handledBy === 'reserve' && before.record.handledBy === 'acu') {
      return alert?.handledBy === 'reserve' && alert.dueAt !== undefined && told.some((one) => maySee(one, record));
    }
    if (alert?.notice === undefined) return false;
    // In a case of the reserve's own its channel is told, in which all of them are.
    if (record.handledBy === 'reserve') return told.length > 0;
    const rows = await Promise.all(
      told.map(({ objectId }) =>
        core.store.list.page({ handledBy: 'acu', viewer: objectId, overseen: true }, undefined, 9),
      ),
    );
    return rows.flat().some(({ caseId }) => caseId === record.caseId);
  };
  if (seenBefore.length === 0) return;
  const hidden = seenBefore.filter((person) => !maySee(person, record));
  if (hidden.length > 0) {
    came.hidden += 1;
    promise(await reserveTold(), 'a case went from somebody, and nobody else was told');
  }
  const left = others.filter((person) => maySee(person, record));
  const ends = since.filter(({ kind }) => kind === 'closed');
  if (ends.length > 0) {
    came.closed += 1;
    for (const { sequence, detail } of ends) {
      const earlier = after.events.filter((event) => event.sequence < sequence);
      const opened = seenBefore.some(
        (person) =>
          !isOutAt(earlier, person) && earlier.some((event) => event.kind === 'consulted' && isBy(event, person)),
      );
      promise(opened || (detail?.told === true && (await reserveTold())), 'a case was closed by one person alone');
    }
    // Nobody is left to see that it was, and to take it back.
    if (record.status === 'closed' && record.handledBy === 'reserve' && before.record.handledBy === 'reserve')
      promise(left.length > 0 || hidden.length === 0, 'a case of the reserve was closed by the only one left');
  }
  const exports = since.filter(({ kind }) => kind === 'exported');
  if (exports.length > 0) {
    came.exported += 1;
    for (const { detail, sequence } of exports) {
      const text = after.events.filter(
        (event) => event.sequence < sequence && ['sanitised', 'sanitisedSigned'].includes(event.kind),
      );
      const agreed = detail?.what === 'sanitised' && text.slice(-2).some((event) => !isBy(event, alone));
      promise(agreed || (detail?.told === true && (await reserveTold())), 'a case left Candour by one person alone');
    }
  }
  if (since.some(({ kind }) => kind === 'erased')) {
    came.erased += 1;
    const by = before.record.erasure?.askedBy;
    promise(by !== undefined && by !== alone.objectId, 'a case was erased by one person alone');
  }
}
