import type { Mutant } from '../mutant.ts';

const ofSender = ['tests/bot/campaigns/send-runs.test.ts'];
const ofWriting = ['tests/bot/campaigns/written-down.test.ts'];
const ofStopped = ['tests/bot/campaigns/stopped-runs.test.ts'];
const ofPart = 'concerns/records/delivery-part.ts';

export const inSending: readonly Mutant[] = [
  {
    name: 'a message whose answer was lost is sent again',
    promise: 'truthful',
    file: 'bot/campaigns/outcome-of.ts',
    find: "return surelyNot(failure) ?? { outcome: { kind: 'notKnown' }, says: { isTroubled: true } };",
    put: "return surelyNot(failure) ?? { outcome: { kind: 'again', reason: 'busy' }, says: { isTroubled: true } };",
    tests: ['tests/bot/campaigns/outcome-of.test.ts', ...ofSender],
  },
  {
    name: 'who is about to be sent something is written down with what came of it',
    promise: 'durable',
    file: 'bot/campaigns/send-part.ts',
    find: 'if (!(await note(aboutToSendTo(part, people)))) return;',
    put: 'part = aboutToSendTo(part, people);',
    tests: ofWriting,
  },
  {
    name: 'whoever was about to be sent something when a server died is sent it again',
    promise: 'durable',
    file: ofPart,
    find: "letter === aboutToSend ? (isRepeatable ? '0' : letters.notKnown) : letter,",
    put: "letter === aboutToSend ? '0' : letter,",
    tests: ['tests/concerns/records/delivery-part.test.ts'],
  },
  {
    name: 'a server goes on with a part that another has taken',
    promise: 'durable',
    file: 'bot/campaigns/write-part.ts',
    find: 'if (tries === 0) return undefined;',
    put: 'if (tries === 0) return over;',
    tests: ['tests/bot/campaigns/write-part.test.ts'],
  },
  {
    name: 'servers have more lanes than there are',
    promise: 'durable',
    file: 'concerns/records/sending-lanes.ts',
    find: 'const lanes = Math.min(shareOf(inOrder.indexOf(id), inOrder.length), free);',
    put: 'const lanes = shareOf(inOrder.indexOf(id), inOrder.length);',
    tests: ['tests/concerns/records/sending-lanes.test.ts'],
  },
  {
    name: 'a server sends on after its lanes are over',
    promise: 'durable',
    file: 'bot/campaigns/pace.ts',
    find: 'return !isStopped && lanes > 0 && now < usableUntil && now >= pausedUntil;',
    put: 'return !isStopped && lanes > 0 && now >= pausedUntil;',
    tests: ['tests/bot/campaigns/pace.test.ts'],
  },
  {
    name: 'a late timer is made good by a burst',
    promise: 'durable',
    file: 'bot/campaigns/pace.ts',
    find: 'nextAt = Math.max(nextAt, monotonic() - timing.catchUpMs)',
    put: 'nextAt = Math.max(nextAt, monotonic() - 25 * timing.catchUpMs)',
    tests: ['tests/bot/campaigns/pace.test.ts'],
  },
  {
    name: 'a time that the channel asks for is kept by one server alone',
    promise: 'durable',
    file: 'bot/campaigns/hold-lanes.ts',
    find: 'const pause = shared ?? (isOver(old) ? undefined : old);',
    put: 'const pause = isOver(old) ? undefined : old;',
    tests: ['tests/bot/campaigns/hold-lanes.test.ts'],
  },
  {
    name: 'whoever opted out is sent a message',
    promise: 'truthful',
    file: 'bot/campaigns/send-to-person.ts',
    find: "if (kind === 'send' && choiceOn(row, today()) !== 'receive') return { kind: 'optedOut' };",
    put: '',
    tests: ofSender,
  },
  {
    name: 'a withdrawal whose run is nowhere goes to everybody',
    promise: 'truthful',
    file: 'bot/campaigns/plan-run.ts',
    find: "if (run.kind === 'withdraw' && source === undefined) return 'waits';",
    put: '',
    tests: ofWriting,
  },
  {
    name: 'who was in a run is kept for ever',
    promise: 'truthful',
    file: 'bot/campaigns/run-acts.ts',
    find: 'if (!isWithdrawn && day <= addDays(endedOn, keptDays)) continue;',
    put: 'if (!isWithdrawn) continue;',
    tests: ofStopped,
  },
];
