// `node --import` this before a development program that serves pages: no other machine's request reaches it.
import http from 'node:http';
import { isLoopbackRequest, loopbackOnlyMessage } from '../bot/http/restrict-to-loopback.ts';

// It is called with the server that it is asked of.
// oxlint-disable-next-line typescript/unbound-method
const emit = http.Server.prototype.emit;
const requestEvents = new Set(['request', 'checkContinue', 'checkExpectation']);
const connectionEvents = new Set(['upgrade', 'connect']);

http.Server.prototype.emit = function emitForThisMachine(event, ...args) {
  const [request, answer] = args;
  if (requestEvents.has(event) && !isLoopbackRequest(request)) {
    answer.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
    answer.end(loopbackOnlyMessage);
    return true;
  }
  if (connectionEvents.has(event) && !isLoopbackRequest(request)) {
    answer.destroy();
    return true;
  }
  return emit.call(this, event, ...args);
};
