import type { EventKind, EventRecord } from '../../../../core/model/event-record.ts';
import type { StoredCase } from '../casework.ts';
import { checkIdentityAccess } from './check-identity-access.ts';
import { type CoverageCounts, isExcludedAfter, assertInvariant } from './invariants.ts';
import type { SceneResult, Scene } from './scenes.ts';

type Earlier = readonly EventRecord[];
const lastOf = (events: Earlier, ...kinds: readonly EventKind[]): EventRecord | undefined =>
  events.findLast(({ kind }) => kinds.includes(kind));
const objectIdOf = ({ by }: EventRecord): string => (typeof by === 'object' ? by.objectId : by);
const isOpening = (event: EventRecord, earlier: Earlier): boolean =>
  event.kind === 'consulted' && typeof event.by === 'object' && !isExcludedAfter(earlier, event.by);

/** What holds of each closing, whoever did it: it was read, all of it, decided about, and has its reason. */
function expectClosing(closed: EventRecord, earlier: Earlier, { record }: StoredCase): void {
  const read = earlier.findLast((event) => isOpening(event, earlier));
  assertInvariant(read !== undefined, 'a case was closed that nobody who sees it had opened');
  const written = lastOf(earlier, 'messageFromReporter');
  assertInvariant(
    (written?.sequence ?? 0) < (read?.sequence ?? 0),
    'a case was closed with a message that nobody had read',
  );
  assertInvariant(closed.note !== undefined, 'a case was closed without a reason');
  // By the heading, or by any grading: none takes back what was alleged.
  const asked =
    ['boundaries', 'bribery'].includes(record.kind ?? '') ||
    earlier.some(
      ({ kind, detail }) =>
        kind === 'triaged' &&
        (detail?.flags?.includes('apsp') === true ||
          ['infiltration', 'pervertingJustice'].includes(detail?.category ?? '')),
    );
  assertInvariant(
    !asked || lastOf(earlier, 'referralDecided') !== undefined,
    'a case was closed without a referral decided',
  );
  if (closed.detail?.outcome !== 'duplicate') return;
  assertInvariant(lastOf(earlier, 'linked') !== undefined, 'a case was closed as the same as none');
}

/** What holds of an erasure: of a closed case that another asked for with a code, by one who has read why. */
function expectErasure(erased: EventRecord, earlier: Earlier, { record }: StoredCase): void {
  const asked = lastOf(earlier, 'erasureAsked', 'erasureRefused', 'reopened', 'messageFromReporter', 'excluded');
  const asking = lastOf(earlier, 'erasureAsked');
  assertInvariant(asking !== undefined && asked?.kind !== 'erasureRefused', 'a case was erased that nobody asked for');
  if (asking === undefined) return;
  assertInvariant(objectIdOf(asking) !== objectIdOf(erased), 'a case was erased by the one who asked for it');
  const since = earlier.filter(({ sequence }) => sequence > asking.sequence);
  const who = { objectId: objectIdOf(erased) };
  assertInvariant(
    since.some(
      (event) => event.kind === 'consulted' && typeof event.by === 'object' && event.by.objectId === who.objectId,
    ),
    'a case was erased by one who had not opened the reason',
  );
  const reason = asking.detail?.erasedFor;
  assertInvariant(asking.note !== undefined && reason !== undefined, 'a case was erased without a reason');
  assertInvariant(
    erased.detail?.erasedFor === reason && record.erasedFor === reason,
    'the code of a reason went with the case',
  );
  assertInvariant(
    lastOf(earlier, 'closed', 'reopened', 'moved', 'triaged')?.kind === 'closed',
    'an open case was erased',
  );
  assertInvariant(
    !since.some(({ kind }) => kind === 'messageFromReporter'),
    'a case was erased with a message after it was asked',
  );
  assertInvariant(lastOf(earlier, 'reviewSet')?.detail?.hold !== true, 'a case on hold was erased');
}

/** What holds of a sanitised export: the text that leaves was signed off by another than its writer. */
function expectExport({ detail }: EventRecord, earlier: Earlier): void {
  if (detail?.what === 'whole')
    return assertInvariant(detail.told === true, 'the whole of a case left, and nobody was told');
  const text = lastOf(earlier, 'sanitised');
  const signed = lastOf(earlier, 'sanitised', 'sanitisedSigned');
  assertInvariant(
    text !== undefined && signed?.kind === 'sanitisedSigned' && objectIdOf(text) !== objectIdOf(signed),
    'a text left that its writer signed off',
  );
}

const isMove = ({ kind }: EventRecord): boolean => kind === 'movedToReserve';

/** What a whole history holds to, whoever did what in which order. */
export function checkCaseEnds(
  { before: { isOfReserve }, after: stored }: SceneResult['cases'][number],
  { heldAt }: Pick<SceneResult, 'heldAt'>,
  { identity }: Pick<Scene, 'identity'>,
  came: CoverageCounts,
): void {
  for (const [place, event] of stored.events.entries()) {
    const earlier = stored.events.slice(0, place);
    if (event.kind === 'closed') expectClosing(event, earlier, stored);
    if (event.kind === 'erased') expectErasure(event, earlier, stored);
    if (event.kind === 'exported') expectExport(event, earlier);
    // A case that moved was of the unit until then.
    const isReserved = stored.events.some(isMove) ? earlier.some(isMove) : isOfReserve;
    const held = heldAt(stored.record.caseId, event.sequence);
    checkIdentityAccess(event, { earlier, held, handledBy: isReserved ? 'reserve' : 'handler' }, identity, came);
  }
}
