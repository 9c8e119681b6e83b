import { z } from 'zod';
import { parseSubmitted } from '../../../cards/submitted.ts';
import type { IncomingActivity } from '../../teams/incoming-activity.ts';

const actionSchema = z.looseObject({
  value: z.looseObject({
    action: z.looseObject({ data: z.unknown().optional() }).optional(),
    trigger: z.string().optional(),
  }),
});
const taskSchema = z.looseObject({ value: z.looseObject({ data: z.unknown() }) });

/** A press on a card, with what stood in its inputs; `submitted` is `undefined` where no card of ours can have sent it. */
export interface Pressed {
  readonly submitted: ReturnType<typeof parseSubmitted>;
  /** A client asks by itself: nobody pressed anything. */
  readonly isAutomatic: boolean;
}

/** The press that an invoke brings, from a card in a chat or in a dialog. */
export function pressedIn(activity: IncomingActivity): Pressed {
  if (activity.name === 'adaptiveCard/action') {
    const value = actionSchema.safeParse(activity).data?.value;
    return { submitted: parseSubmitted(value?.action?.data), isAutomatic: value?.trigger === 'automatic' };
  }
  return { submitted: parseSubmitted(taskSchema.safeParse(activity).data?.value.data), isAutomatic: false };
}
