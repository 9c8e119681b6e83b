import type { Point } from './fault-points.ts';

/**
 * What may go wrong at an await: a port or the channel, struck there by the tests of this folder. `row`: it waits for
 * another row of this table. `delivery`: the request of Teams or its answer, which the repeated deliveries strike.
 * `other`: it is not on the way from the last card to the marked alert.
 */
export type Struck = Point | 'row' | 'delivery' | 'other';
type Row = readonly [waitsFor: string, struck: Struck];

/** Every await between the last card and the marked alert. A new one without its faults fails a test. */
export const awaits: Readonly<Record<string, readonly Row[]>> = {
  'concerns/reporting/submit-report.ts': [
    ['deps.seal.seal', 'seal.seal'],
    ['deps.seal.seal', 'seal.seal'],
    ['deps.cases.create', 'cases.create'],
    ['deps.cases.read', 'cases.read'],
  ],
  'concerns/reporting/follow-up.ts': [
    ['reportersCase', 'row'],
    ['followUpStands', 'row'],
    ['deps.history.count', 'history.count'],
    ['deps.seal.seal', 'seal.seal'],
    ['roomFor', 'row'],
    ['endOfHistory', 'row'],
    ['deps.outbox.read', 'outbox.read'],
    ['deps.cases.change', 'cases.change'],
    ['deps.history.entries', 'history.entries'],
  ],
  'concerns/reporting/add-apart.ts': [
    ['reportersCase', 'row'],
    ['apartStands', 'row'],
    ['reportersCase', 'row'],
    ['submitReport', 'row'],
  ],
  'concerns/reporting/reporters-case.ts': [['standingCase', 'row']],
  'concerns/ports/standing-case.ts': [
    ['cases.readers', 'cases.readers'],
    ['allowedReaders', 'row'],
    ['cases.read', 'cases.read'],
  ],
  // In both, what is awaited are questions to the history.
  'concerns/ports/case-bounds.ts': [['Promise.all', 'history.written']],
  'concerns/ports/end-of-history.ts': [['Promise.all', 'history.entries']],
  'concerns/reporting/drafts.ts': [
    ['deps.drafts.save', 'drafts.save'],
    ['deps.drafts.read', 'drafts.read'],
  ],
  'concerns/reporting/certainly-unsaved.ts': [['stands', 'row']],
  'dialogs/guide.ts': [
    ['deps.carried.seal', 'row'],
    ['deps.carried.seal', 'row'],
    ['runner.begin', 'row'],
    ['deps.carried.open', 'row'],
    ['runner.move', 'row'],
  ],
  'dialogs/dialog-runner.ts': [
    ['this.#conversation.move', 'row'],
    ['step', 'row'],
  ],
  'dialogs/report-conversation.ts': [
    ['submit', 'row'],
    ['isAdded', 'row'],
    ['submit', 'row'],
    ['addFollowUp', 'row'],
    ['keepDraft', 'row'],
    ['certainlyUnsaved', 'row'],
    ['deps.cases.read', 'cases.read'],
    ['findDraft', 'row'],
  ],
  'dialogs/come-back-conversation.ts': [
    ['comeBack', 'row'],
    ['comeBack', 'row'],
    ['addWords', 'row'],
    ['findDraft', 'row'],
    ['dropDraft', 'drafts.remove'],
  ],
  'dialogs/add-words.ts': [
    ['work', 'row'],
    ['certainlyUnsaved', 'row'],
    ['orUnsaved', 'row'],
    ['apartStands', 'row'],
    ['orUnsaved', 'row'],
  ],
  'dialogs/deadline.ts': [['Promise.race', 'row']],
  'dialogs/carried-state.ts': [
    ['deps.keys.current', 'row'],
    ['deps.keys.find', 'row'],
  ],
  'dialogs/day-key-ring.ts': [
    ['deps.dayKeys.add', 'dayKeys.add'],
    ['deps.dayKeys.read', 'dayKeys.read'],
    ['deps.dayKeys.removeBefore', 'other'],
  ],
  'bot/alerts/dispatcher.ts': [
    ['deps.outbox.due', 'other'],
    ['Promise.allSettled', 'row'],
    ['Promise.all', 'targets.read'],
    ['deps.targets.read', 'targets.read'],
    ['deps.outbox.write', 'outbox.note'],
    ['deps.outbox.read', 'outbox.read'],
    ['deps.onUnheard', 'other'],
    ['note', 'row'],
    ['leave', 'row'],
    ['targetOf', 'row'],
    ['deps.sender.post', 'row'],
    ['noteFailure', 'row'],
    ['deps.onRefused', 'other'],
    ['record', 'row'],
    ['deps.onArrived', 'other'],
    ['note', 'row'],
    ['deps.outbox.read', 'outbox.read'],
    ['record', 'row'],
    ['deps.targets.all', 'other'],
    ['deps.sender.update', 'other'],
    ['deps.outbox.write', 'outbox.lease'],
    ['Promise.allSettled', 'row'],
    ['Promise.allSettled', 'row'],
    ['bringForward', 'row'],
    ['deps.outbox.due', 'outbox.due'],
    ['Promise.allSettled', 'row'],
  ],
  'bot/teams/channel-sender.ts': [
    ['connectionTo', 'row'],
    ['connectionTo', 'other'],
  ],
  'bot/teams/channel-connection.ts': [
    ['clientOf', 'connector'],
    ['client.conversations.createConversation', 'connector'],
    ['clientOf', 'other'],
    ['client.conversations.updateActivity', 'other'],
  ],
  'bot/running/schedule.ts': [
    ['task.run', 'row'],
    ['running.get', 'other'],
    ['running.get', 'other'],
    ['Promise.all', 'other'],
  ],
  'bot/doors/teams/answer-invoke.ts': [
    ['deps.directory.rolesOf', 'other'],
    ['acknowledgeCase', 'other'],
    ['deps.summaries.chooser', 'other'],
    ['deps.summaries.answer', 'other'],
    ['deps.welcome.page', 'other'],
    ['perform', 'row'],
    ['deps.welcome.page', 'other'],
    ['perform', 'row'],
  ],
  'bot/doors/guided-steps.ts': [
    ['deps.guide.open', 'row'],
    ['deps.guide.move', 'row'],
  ],
  'bot/doors/teams/turn.ts': [
    ['context.sendActivity', 'other'],
    ['deps.onChannel', 'other'],
    ['deps.pace', 'other'],
    ['withinDeadline', 'row'],
    ['hear', 'row'],
    ['context.sendActivity', 'delivery'],
    ['hear', 'other'],
    ['send', 'row'],
    ['deps.onMessage', 'other'],
    ['send', 'row'],
    ['deps.pace', 'other'],
    ['deps.onMembership', 'other'],
  ],
  'bot/http/serve-messages.ts': [
    ['adapter.check', 'delivery'],
    ['readBody', 'delivery'],
    ['adapter.answer', 'row'],
    ['answer', 'row'],
  ],
};
