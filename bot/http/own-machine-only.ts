import type { Request, Response, Server } from 'restify';
import type { EventLog } from '../running/event-log.ts';
import { isFromThisMachine, notFromThisMachine } from './from-this-machine.ts';

/**
 * Refuses other machines on every route, before anything else is read: development checks no one, so a tunnel or proxy
 * could let in anyone.
 */
export const ownMachineOnly =
  (log: EventLog) =>
  (server: Server): void => {
    server.first((request: Request, response: Response) => {
      if (isFromThisMachine(request)) return true;
      log({ event: 'activityRefused', reason: 'forwarded' });
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
      response.end(notFromThisMachine);
      return false;
    });
  };
