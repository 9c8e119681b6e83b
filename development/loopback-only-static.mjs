// `node --import` this before a development program that serves pages: no other machine's request reaches it.
import http from 'node:http';
import { isFromThisMachine, notFromThisMachine } from '../bot/http/loopback-only.ts';

// It is called with the server that it is asked of.
// oxlint-disable-next-line typescript/unbound-method
const emit = http.Server.prototype.emit;
const asked = new Set(['request', 'checkContinue', 'checkExpectation']);
const taken = new Set(['upgrade', 'connect']);

http.Server.prototype.emit = function emitForThisMachine(event, ...args) {
  const [request, answer] = args;
  if (asked.has(event) && !isFromThisMachine(request)) {
    answer.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
    answer.end(notFromThisMachine);
    return true;
  }
  if (taken.has(event) && !isFromThisMachine(request)) {
    answer.destroy();
    return true;
  }
  return emit.call(this, event, ...args);
};
