import type { Request, Response, Server } from 'restify';
import type { EventLog } from '../running/event-log.ts';
import { isFromThisMachine, notFromThisMachine } from './from-this-machine.ts';

/**
 * Has a server answer nobody but this machine, on every route and before anything else is looked at: where nobody has
 * to show who they are, whoever is reached by a tunnel or a proxy could be anybody.
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
