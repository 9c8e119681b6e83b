import { getDueWeeks } from '../../../summary/sending-schedule.ts';
import type { SimulationContext } from './force-days.ts';

/** The summaries of one force on a Monday. */
export interface SummaryResult {
  readonly due: number;
  readonly posted: number;
  readonly twice: number;
  /** When the last one was there, after the hour that the force chose. */
  readonly lastMs: number;
}

/** Channels and people that the week goes to in each force: the unit's, the reserve's and the wider channel, and twelve people. */
export const summariesPerForce = 15;
const minuteMs = 60_000;
const zone = 'Europe/London';
const chosen = { day: 'monday', hour: 9 } as const;
const nine = new Date('2026-11-30T09:00:00Z');

/**
 * Posts the summaries of a week that became due at nine, one after the other as a server does, which looks once a minute
 * and began at a moment of its own.
 */
export async function postMondaySummaries({ time, random, tenant }: SimulationContext): Promise<SummaryResult> {
  const before = getDueWeeks(new Date(nine.getTime() - 1), zone, chosen);
  const due = getDueWeeks(nine, zone, chosen).filter((week) => !before.includes(week));
  const began = time.now();
  await time.wait(random() * minuteMs);
  const chats = due.flatMap((week) => Array.from({ length: summariesPerForce }, (_one, at) => `${week} ${at}`));
  let waiting = chats;
  while (waiting.length > 0) {
    const failed: string[] = [];
    for (const chat of waiting) await tenant.say(chat).catch(() => void failed.push(chat));
    waiting = failed;
    // What a channel refused is posted when the server looks again.
    if (waiting.length > 0) await time.wait(minuteMs);
  }
  const counts = chats.map((chat) => tenant.messagesIn(chat));
  return {
    due: chats.length,
    posted: counts.filter((count) => count > 0).length,
    twice: counts.filter((count) => count > 1).length,
    lastMs: time.now() - began,
  };
}
