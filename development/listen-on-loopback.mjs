// `node --import` this before a program that would listen on every interface: it listens on 127.0.0.1 instead.
import net from 'node:net';

const loopback = '127.0.0.1';
// It is called with the server that it is asked of.
// oxlint-disable-next-line typescript/unbound-method
const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, second] = args;
  if (typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))) {
    args.splice(1, typeof second === 'string' ? 1 : 0, loopback);
  } else if (typeof first === 'object' && first !== null && 'port' in first) {
    args[0] = { ...first, host: loopback };
  } else if (first === undefined || typeof first === 'function') {
    args.unshift(0, loopback);
  }
  return listen.apply(this, args);
};
